//! Asks the network for one address, when a person has asked for it.

use super::CaptureError;
use std::{sync::Arc, time::Duration};
use ureq::{
    Agent, Error,
    tls::{RootCerts, TlsConfig},
};
use url::Url;

/// What one request may cost.
#[derive(Clone, Copy)]
struct Limits {
    bytes: u64,
    time: Duration,
    redirects: u32,
}

const LIMITS: Limits = Limits {
    bytes: 10 << 20,
    time: Duration::from_secs(20),
    redirects: 5,
};

/// The bytes at an http or https address: at most 10 MB, 20 seconds and 5 redirects, without cookies. Proxies are taken
/// from the environment, trust in certificates from the system.
pub fn fetch(address: &str) -> Result<Vec<u8>, CaptureError> {
    fetch_within(address, LIMITS)
}

fn fetch_within(address: &str, limits: Limits) -> Result<Vec<u8>, CaptureError> {
    let url = web_address(address)?;
    let is_here = url
        .host_str()
        .is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host));
    let mut agent = agent(limits);
    if is_here {
        agent = agent.proxy(None);
    }
    let agent: Agent = agent.build().into();
    let answer = agent.get(url.as_str()).call().and_then(|mut answer| {
        let body = answer.body_mut().with_config().limit(limits.bytes);
        body.read_to_vec()
    });
    answer.map_err(|error| refusal(&error, &url, limits))
}

fn agent(limits: Limits) -> ureq::config::ConfigBuilder<ureq::typestate::AgentScope> {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(limits.time))
        .max_redirects(limits.redirects)
        .max_redirects_will_error(true)
        .user_agent(concat!("Summitry/", env!("CARGO_PKG_VERSION")))
}

/// The address without its fragment.
fn web_address(address: &str) -> Result<Url, CaptureError> {
    let mut url = Url::parse(address.trim()).map_err(|_| CaptureError::Address)?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err(CaptureError::Address);
    }
    url.set_fragment(None);
    Ok(url)
}

fn refusal(error: &Error, url: &Url, limits: Limits) -> CaptureError {
    let message = match error {
        Error::BodyExceedsLimit(_) => {
            return CaptureError::TooLarge {
                format: None,
                limit_mb: (limits.bytes >> 20) as usize,
            };
        }
        Error::StatusCode(code) => format!("the server answers {code}"),
        Error::Timeout(_) => format!("no whole answer within {} seconds", limits.time.as_secs()),
        Error::TooManyRedirects => format!("it is passed on more than {} times", limits.redirects),
        Error::HostNotFound => "no server of this name is known".to_owned(),
        Error::ConnectionFailed => "the server does not answer".to_owned(),
        Error::BadUri(_) => "it is passed on to an address that is not http or https".to_owned(),
        other => other.to_string(),
    };
    CaptureError::Network {
        address: url.to_string(),
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{Read, Write},
        net::TcpListener,
        thread,
    };

    const SMALL: Limits = Limits {
        bytes: 1 << 20,
        time: Duration::from_millis(1500),
        redirects: 5,
    };

    /// A server on this machine that gives each request, whole, to `answer`; its address ends in `/`.
    fn server(answer: impl Fn(&str, &mut dyn Write) + Send + 'static) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = Vec::new();
                while !request.ends_with(b"\r\n\r\n") {
                    let mut byte = [0];
                    if stream.read(&mut byte).unwrap_or(0) == 0 {
                        break;
                    }
                    request.extend(byte);
                }
                answer(&String::from_utf8_lossy(&request), &mut stream);
            }
        });
        address
    }

    fn page(body: &str) -> String {
        format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nSet-Cookie: a=b\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    }

    fn moved(to: &str) -> String {
        format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\nConnection: close\r\n\r\n")
    }

    #[track_caller]
    fn refused(address: &str, words: &str) {
        let error = fetch_within(address, SMALL).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }

    #[test]
    fn a_page_is_fetched_without_cookies_under_the_own_name() {
        let address = server(|request, out| {
            let first = request.starts_with("GET / ");
            let answer = if first { moved("/next") } else { page(&request.to_lowercase()) };
            out.write_all(answer.as_bytes()).unwrap();
        });
        let request = String::from_utf8(fetch_within(&format!("{address}#part"), SMALL).unwrap()).unwrap();
        assert!(request.starts_with("get /next "), "{request}");
        assert!(
            request.contains(&format!("user-agent: summitry/{}\r\n", env!("CARGO_PKG_VERSION"))),
            "{request}"
        );
        assert!(!request.contains("cookie"), "{request}");
    }

    #[test]
    fn redirects_in_a_circle_end() {
        let address = server(|_, out| out.write_all(moved("/again").as_bytes()).unwrap());
        refused(&address, "passed on more than 5 times");
    }

    #[test]
    fn redirects_to_other_schemes_are_refused() {
        for target in ["file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)"] {
            let address = server(move |_, out| out.write_all(moved(target).as_bytes()).unwrap());
            refused(&address, "could not be fetched");
        }
    }

    #[test]
    fn too_much_is_refused_said_or_not() {
        let said = server(|_, out| out.write_all(page(&"a".repeat(1_100_000)).as_bytes()).unwrap_or_default());
        refused(&said, "larger than 1 MB");
        let unsaid = server(|_, out| {
            out.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n").unwrap();
            while out.write_all(&[b'a'; 65536]).is_ok() {}
        });
        refused(&unsaid, "larger than 1 MB");
    }

    #[test]
    fn slow_servers_are_given_up() {
        let silent = server(|_, _| thread::sleep(Duration::from_secs(60)));
        refused(&silent, "no whole answer within 1 seconds");
        let dripping = server(|_, out| {
            out.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n").unwrap();
            while out.write_all(b"a").is_ok() {
                thread::sleep(Duration::from_millis(100));
            }
        });
        refused(&dripping, "no whole answer within 1 seconds");
    }

    #[test]
    fn answers_that_are_no_page_are_refused() {
        let missing = server(|_, out| out.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").unwrap());
        refused(&missing, "the server answers 404");
        let other = server(|_, out| out.write_all(b"SSH-2.0-OpenSSH_9.2\r\n").unwrap());
        refused(&other, "could not be fetched");
        let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        refused(&format!("http://{closed}/"), "could not be fetched");
    }

    #[test]
    fn only_addresses_of_the_web_are_asked() {
        for address in [
            "file:///etc/passwd",
            "ftp://a/b",
            "javascript:1",
            "example.com",
            "http://",
            "",
            "data:text/html,a",
        ] {
            assert_eq!(fetch(address), Err(CaptureError::Address), "{address}");
        }
    }
}
