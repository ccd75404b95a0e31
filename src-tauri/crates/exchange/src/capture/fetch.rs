//! Asks the network for one address, when a person has asked for it.

use super::CaptureError;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
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
    let mut url = web_address(address)?;
    let end = Instant::now() + limits.time;
    for _ in 0..=limits.redirects {
        match ask(&url, end, limits).map_err(|error| refusal(&error, &url, limits))? {
            Answer::Body(bytes) => return Ok(bytes),
            Answer::PassedOn(location) => url = next(&url, &location)?,
        }
    }
    Err(network(&url, format!("it is passed on more than {} times", limits.redirects)))
}

enum Answer {
    Body(Vec<u8>),
    /// With what the server says of where to.
    PassedOn(String),
}

/// One request. Redirects are not followed by the client, which would ask the same server for an address in a scheme that it does not know.
fn ask(url: &Url, end: Instant, limits: Limits) -> Result<Answer, Error> {
    let is_here = url
        .host_str()
        .is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host));
    let mut agent = agent(end.saturating_duration_since(Instant::now()));
    if is_here {
        agent = agent.proxy(None);
    }
    let agent: Agent = agent.build().into();
    let mut answer = agent.get(url.as_str()).call()?;
    let location = answer.headers().get("location").filter(|_| answer.status().is_redirection());
    if let Some(location) = location {
        return Ok(Answer::PassedOn(String::from_utf8_lossy(location.as_bytes()).into_owned()));
    }
    let body = answer.body_mut().with_config().limit(limits.bytes);
    body.read_to_vec().map(Answer::Body)
}

fn agent(time: Duration) -> ureq::config::ConfigBuilder<ureq::typestate::AgentScope> {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    Agent::config_builder()
        .tls_config(tls)
        // No time at all would be taken for no limit.
        .timeout_global(Some(time.max(Duration::from_millis(1))))
        .max_redirects(0)
        .user_agent(concat!("Summitry/", env!("CARGO_PKG_VERSION")))
}

/// Where a server passes a request on to: an address of the same scheme, or from http to https.
fn next(url: &Url, location: &str) -> Result<Url, CaptureError> {
    let refused = |what: &str| network(url, format!("it is passed on to {what}"));
    let next = url.join(location).map_err(|_| refused("what is no address"))?;
    match (url.scheme(), next.scheme()) {
        (before, after) if before == after => web_address(next.as_str()),
        ("http", "https") => web_address(next.as_str()),
        ("https", "http") => Err(refused("an address that is not encrypted")),
        _ => Err(refused("an address that is not http or https")),
    }
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
        Error::HostNotFound => "no server of this name is known".to_owned(),
        Error::ConnectionFailed => "the server does not answer".to_owned(),
        // The error repeats the address as it was given.
        Error::BadUri(_) => "it is no address of the web".to_owned(),
        other => other.to_string(),
    };
    network(url, message)
}

/// An error that names the address without the user and password that may stand in it.
fn network(url: &Url, message: String) -> CaptureError {
    let mut shown = url.clone();
    // An address without a host has neither.
    let _ = shown.set_username("").and_then(|()| shown.set_password(None));
    CaptureError::Network {
        address: shown.to_string(),
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{Read, Write},
        net::TcpListener,
        sync::atomic::{AtomicUsize, Ordering},
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
    fn redirects_to_other_schemes_are_refused_and_nobody_is_asked() {
        for target in [
            "file:///etc/passwd",
            "ftp://127.0.0.1/a",
            "javascript:alert(1)",
            "mailto:a@b",
            "data:text/html,a",
        ] {
            let asked = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&asked);
            let address = server(move |_, out| {
                count.fetch_add(1, Ordering::Relaxed);
                out.write_all(moved(target).as_bytes()).unwrap();
            });
            refused(&address, "passed on to an address that is not http or https");
            assert_eq!(asked.load(Ordering::Relaxed), 1, "{target}");
        }
        let https = Url::parse("https://example.org/a").unwrap();
        let downgraded = next(&https, "http://example.org/a").unwrap_err().to_string();
        assert!(downgraded.contains("not encrypted"), "{downgraded}");
        let http = Url::parse("http://example.org/a").unwrap();
        assert_eq!(next(&http, "https://example.org/b#c").unwrap().as_str(), "https://example.org/b");
        assert_eq!(next(&https, "/c?d").unwrap().as_str(), "https://example.org/c?d");
    }

    #[test]
    fn no_message_holds_a_password() {
        let address = server(|_, out| out.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n").unwrap());
        let named = address.replace("http://", "http://ann:secret@");
        for address in [named.as_str(), "http://ann:secret@127.0.0.1:1/a"] {
            let error = fetch_within(address, SMALL).unwrap_err();
            let said = format!("{error} {error:?}");
            assert!(
                said.contains("127.0.0.1") && !said.contains("secret") && !said.contains("ann"),
                "{said}"
            );
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
