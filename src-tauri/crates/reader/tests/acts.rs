//! Who does what to whom: one sentence of our own for each construction.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::named::Noun;
use reader::{DraftProposal, Reader};
use std::sync::OnceLock;

fn shared() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(support::reader)
}

fn read(text: &str) -> Vec<DraftProposal> {
    shared().read(text, chrono::NaiveDate::from_ymd_opt(2026, 1, 20), Some("en")).drafts
}

fn told(draft: &DraftProposal) -> String {
    format!(
        "{}>{} {} {:?}",
        draft.source_countries.join("+"),
        draft.target_countries.join("+"),
        draft.item.kind,
        draft.item.status
    )
}

/// Sentence, then "SOURCE>TARGET kind Status" of its one event or statement; empty where it tells none.
const SENTENCES: &[(&str, &str)] = &[
    (
        "Norway on Tuesday condemned Sweden for the arrest of two fishermen.",
        "NOR>SWE criticism Occurred",
    ),
    (
        "Vietnam and Thailand have signed an agreement on fisheries.",
        "VNM+THA>VNM+THA agreement Occurred",
    ),
    (
        "Chile will provide food aid to Bolivia next month, a spokesman said.",
        "CHL>BOL humanitarian-aid Announced",
    ),
    (
        "Peru has refused to extradite the former minister to Ecuador.",
        "PER>ECU rejection Occurred",
    ),
    ("Kenya threatened to close its border with Somalia.", "KEN>SOM threat Occurred"),
    (
        "Greek Foreign Minister Giorgos Papadakis visited Cyprus on Friday.",
        "GRC>CYP visit Occurred",
    ),
    (
        "The Polish government expelled three Belarusian diplomats.",
        "POL>BLR expulsion Occurred",
    ),
    ("Three Belarusian diplomats were expelled by Poland.", "POL>BLR expulsion Occurred"),
    ("India accused Pakistan of sheltering militants.", "IND>PAK accusation Occurred"),
    (
        "Mexico called on Guatemala to release the detained sailors.",
        "MEX>GTM appeal Occurred",
    ),
    (
        "Indonesia demanded that Malaysia withdraw its patrol boats.",
        "IDN>MYS demand Occurred",
    ),
    ("Finland said that Russia must respect its airspace.", "FIN>RUS demand Occurred"),
    ("Ethiopia has agreed to share water data with Egypt.", "ETH>EGY pledge Occurred"),
    (
        "Turkey lifted its ban on imports from Armenia.",
        "TUR>ARM eased-restriction Occurred",
    ),
    ("Saudi Arabia recalled its ambassador from Canada.", "SAU>CAN recall Occurred"),
    (
        "Australian police arrested two Chinese nationals in Sydney.",
        "AUS>CHN detention Occurred",
    ),
    (
        "Ukrainian forces shelled Russian positions near the border.",
        "UKR>RUS airstrike Occurred",
    ),
    (
        "Japan imposed sanctions on North Korea after the launch.",
        "JPN>PRK sanction Occurred",
    ),
    ("Israel warned Lebanon against harbouring the group.", "ISR>LBN warning Occurred"),
    (
        "Brazil praised Argentina for its handling of the crisis.",
        "BRA>ARG praise Occurred",
    ),
    ("Spain apologised to Morocco for the incident.", "ESP>MAR apology Occurred"),
    (
        "The Philippines lodged a formal protest with China over the collision.",
        "PHL>CHN protest-note Occurred",
    ),
    ("Nepal severed diplomatic relations with Bhutan.", "NPL>BTN rupture Occurred"),
    (
        "Qatar, a close ally of the United States, has rejected a Kuwaiti proposal to end the dispute.",
        "QAT>KWT rejection Occurred",
    ),
    (
        "The Bangladeshi prime minister met her Sri Lankan counterpart in Singapore.",
        "BGD+LKA>BGD+LKA talks Occurred",
    ),
    (
        "Denmark, which chairs the group this year, criticised Hungary.",
        "DNK>HUN criticism Occurred",
    ),
    (
        "Zambia said on Monday it had suspended aid to Zimbabwe.",
        "ZMB>ZWE aid-cut Occurred",
    ),
    (
        "Azerbaijani troops attacked Armenian positions overnight.",
        "AZE>ARM attack Occurred",
    ),
    (
        "Iceland and Ireland held talks on fishing rights.",
        "ISL+IRL>ISL+IRL talks Occurred",
    ),
    ("Jordan may suspend its treaty with Israel.", "JOR>ISR suspension Announced"),
    (
        "Colombia offered to mediate between Venezuela and Guyana.",
        "COL>VEN+GUY pledge Occurred",
    ),
    ("The Kremlin dismissed the accusations from Estonia.", "RUS>EST rejection Occurred"),
    ("Taiwan thanked Lithuania for its support.", "TWN>LTU praise Occurred"),
    ("Cuba released four Spanish prisoners.", "CUB>ESP release Occurred"),
    (
        "Nigeria sent troops to Benin to help guard the port.",
        "NGA>BEN deployment Occurred",
    ),
    (
        "The European Union imposed tariffs on Chinese electric cars.",
        ">CHN tariff Occurred",
    ),
    (
        "Hungary has promised to take in 200 Croatian refugees, the news agency said on Friday.",
        "HUN>HRV pledge Occurred",
    ),
    (
        "Swedish Prime Minister Anders Holm will travel to Estonia next week for talks with President Jaan Tamm.",
        "SWE+EST>SWE+EST talks Announced",
    ),
    (
        "Portuguese doctors evacuated wounded civilians from Angola on Thursday.",
        "PRT>AGO humanitarian-aid Occurred",
    ),
    (
        "Algeria has denied Moroccan claims that it trained the rebels.",
        "DZA>MAR denial Occurred",
    ),
    (
        "The president of Ghana congratulated the new leader of Togo.",
        "GHA>TGO praise Occurred",
    ),
    (
        "Bulgarian and Romanian navies began joint exercises in the Black Sea on Monday.",
        "BGR+ROU>BGR+ROU joint-exercise Occurred",
    ),
    (
        "Tanzania gave Malawi 3 million dollars in emergency assistance, officials said.",
        "TZA>MWI aid Occurred",
    ),
    (
        "Cambodia withdrew its troops from the disputed temple area along the border with Thailand.",
        "KHM>THA withdrawal Occurred",
    ),
    (
        "Dutch prosecutors have opened an investigation into the killing of a Surinamese officer.",
        "NLD>SUR investigation Occurred",
    ),
    (
        "Uruguay's foreign minister blasted Paraguay on Sunday for ignoring the ruling.",
        "URY>PRY criticism Occurred",
    ),
    (
        "Thousands of Tunisians demonstrated outside the French embassy.",
        "TUN>FRA protest Occurred",
    ),
    (
        "Eritrea massed thousands of troops along its border with Ethiopia.",
        "ERI>ETH deployment Occurred",
    ),
    (
        "Belgium froze the accounts of two ministers and banned Rwandan flights.",
        "BEL>RWA restriction Occurred",
    ),
    ("Moldova has asked Ukraine to reopen the crossing.", "MDA>UKR appeal Occurred"),
    (
        "Sudanese soldiers killed six Chadian herders in a raid, the army said.",
        "SDN>TCD attack Occurred",
    ),
    ("Six Chadian herders were killed by Sudanese soldiers.", "SDN>TCD attack Occurred"),
    (
        "Iraq ruled out any talks with Iran over the waterway.",
        "IRQ>IRN rejection Occurred",
    ),
    (
        "Mongolia plans to open an embassy in Peru.",
        "MNG+PER>MNG+PER diplomatic-ties Announced",
    ),
    (
        "Panama is negotiating a trade treaty with Costa Rica.",
        "PAN+CRI>PAN+CRI negotiation Occurred",
    ),
    ("Latvia will not recognise the annexation, its foreign minister told Russia.", ""),
    (
        "Syria has called for an international conference, and Lebanon rejected the idea.",
        "",
    ),
    (
        "According to officials in Nairobi, Uganda has deported 40 Kenyan teachers.",
        "UGA>KEN deportation Occurred",
    ),
    (
        "Malaysian Deputy Prime Minister Ahmad Rahman said his country would boycott Indonesian palm oil.",
        "MYS>IDN boycott Announced",
    ),
    (
        "Croatia's parliament voted to support Slovenia's application.",
        "HRV>SVN praise Announced|HRV>SVN praise Occurred",
    ),
    (
        "A Kuwaiti delegation arrived in Baghdad on Sunday to negotiate the return of prisoners.",
        "KWT>IRQ visit Occurred",
    ),
    (
        "Honduran troops crossed into El Salvador and clashed with Salvadoran police.",
        "HND+SLV>HND+SLV clash Occurred",
    ),
    (
        "Britain's Foreign Office summoned the Libyan ambassador on Wednesday.",
        "GBR>LBY summons Occurred",
    ),
    (
        "Armenia has welcomed a Georgian proposal to hold a summit in Tbilisi.",
        "ARM>GEO praise Occurred",
    ),
    (
        "Slovak farmers blocked roads to protest against Polish grain imports.",
        "SVK>POL protest Occurred",
    ),
    (
        "Laos urged Vietnam and China to settle their differences peacefully.",
        "LAO>VNM+CHN appeal Occurred",
    ),
    (
        "Romania has pulled its ambassador out of Moldova over a spy scandal.",
        "ROU>MDA recall Occurred|ROU>MDA withdrawal Occurred",
    ),
    ("Rebels backed by Rwanda captured a town in eastern Uganda.", ""),
    (
        "Venezuelan President Carlos Mendoza vowed to cut off oil exports to Spain.",
        "VEN>ESP threat Occurred",
    ),
    (
        "The Canadian navy seized a Portuguese trawler off Newfoundland.",
        "CAN>PRT seizure Occurred",
    ),
    (
        "Libya and Tunisia agreed on Saturday to reopen their common border.",
        "LBY+TUN>LBY+TUN pledge Occurred",
    ),
    (
        "Cameroon's army has been fighting Nigerian troops on the peninsula.",
        "CMR>NGA attack Occurred",
    ),
    (
        "Yemen has accepted Omani mediation in its quarrel with Djibouti.",
        "YEM>OMN pledge Occurred",
    ),
    (
        "Austria turned back 50 Hungarian lorries at the frontier.",
        "AUT>HUN restriction Occurred",
    ),
    (
        "New Zealand and Fiji resumed full diplomatic ties on Wednesday.",
        "NZL+FJI>NZL+FJI diplomatic-ties Occurred",
    ),
    (
        "Macedonian police fired on Albanian protesters, wounding three.",
        "MKD>ALB attack Occurred",
    ),
    (
        "Chinese Premier Wang Bo arrived in Mongolia on Monday for a three-day official visit.",
        "CHN>MNG visit Occurred",
    ),
    ("Slovenia is considering a ban on Croatian fish.", ""),
    (
        "South Sudan and Sudan exchanged fire along the oil fields.",
        "SDN+SSD>SDN+SSD clash Occurred|SSD+SDN>SSD+SDN clash Occurred",
    ),
    ("The Swiss parliament approved a loan to Ukraine.", "CHE>UKR pledge Occurred"),
    (
        "Singapore's prime minister held a phone call with the Indonesian president.",
        "SGP+IDN>SGP+IDN call Occurred|SGP>IDN call Occurred",
    ),
    ("Egypt hosted peace talks between Sudan and Chad.", "EGY>SDN+TCD mediation Occurred"),
    ("Kyrgyzstan blames Uzbekistan for the shooting.", "KGZ>UZB accusation Occurred"),
    ("Mali has asked French troops to leave.", "MLI>FRA appeal Occurred"),
    ("Gabon pledged support for Senegal.", "GAB>SEN pledge Occurred"),
    ("Barbados will not send observers to Haiti.", "BRB>HTI rejection Announced"),
    ("Nicaragua shot down a Honduran helicopter.", "NIC>HND attack Occurred"),
    ("Oman deported Pakistani workers.", "OMN>PAK deportation Occurred"),
    (
        "Iranian President Mohammad Khatami left for Japan on Tuesday on a four-day visit aimed at boosting trade.",
        "IRN>JPN visit Occurred",
    ),
    (
        "Turkish warplanes bombed suspected Kurdish rebel camps in northern Iraq on Sunday, a military statement said.",
        "TUR>IRQ airstrike Occurred",
    ),
    (
        "The Czech Republic and Slovakia signed a treaty dividing their common property after months of negotiations.",
        "CZE+SVK>CZE+SVK agreement Occurred",
    ),
    (
        "South Africa's foreign minister accused Zimbabwe of harbouring guerrillas and demanded their return.",
        "ZAF>ZWE accusation Occurred",
    ),
    (
        "Lebanese Hezbollah fighters fired dozens of rockets into northern Israel on Wednesday, wounding three people.",
        "LBN>ISR attack Occurred",
    ),
    (
        "Russian Foreign Minister Andrei Kozyrev is expected to meet his German counterpart in Bonn next week.",
        "RUS+DEU>RUS+DEU talks Announced",
    ),
    (
        "Colombian rebels kidnapped an Italian engineer in the northern province of Cesar, police said.",
        "COL>ITA abduction Occurred",
    ),
    (
        "More than 5,000 Pakistanis marched through Karachi to protest against India's nuclear tests.",
        "PAK>IND protest Occurred",
    ),
    (
        "The Philippine government turned down a request by Washington to extend its lease on the base.",
        "PHL>USA rejection Occurred",
    ),
    (
        "China on Tuesday rejected as groundless accusations by Britain that it had violated the accord.",
        "CHN>GBR rejection Occurred",
    ),
    (
        "Swedish police have launched an investigation into the alleged spying by a Chinese diplomat.",
        "SWE>CHN investigation Occurred",
    ),
    (
        "Kuwait has frozen relations with Jordan because of its support for Iraq during the Gulf crisis.",
        "KWT>JOR suspension Occurred",
    ),
    (
        "Mexican authorities deported 40 Guatemalan peasants who had crossed the border illegally.",
        "MEX>GTM deportation Occurred",
    ),
    (
        "British Prime Minister John Major telephoned US President Bill Clinton on Thursday to discuss Northern Ireland.",
        "GBR+USA>GBR+USA call Occurred",
    ),
    (
        "Washington warned Pyongyang that any attack on the South would bring massive retaliation.",
        "USA>PRK warning Occurred",
    ),
    (
        "Serbia will not recognise Kosovo, President Aleksandar Vucic said on Sunday.",
        "SRB>XKX rejection Announced",
    ),
    (
        "Poland's Prime Minister Donald Tusk said Warsaw would supply Kyiv with MiG jets.",
        "POL>UKR arms-transfer Announced",
    ),
    (
        "NATO Secretary General Mark Rutte praised Germany for raising its defence budget.",
        ">DEU praise Occurred",
    ),
    (
        "North Korea fired two ballistic missiles toward the East Sea on Wednesday, the South's military said.",
        "PRK> missile-test Occurred",
    ),
    (
        "Ukraine wants the United States to guarantee its security in return for giving up nuclear weapons.",
        "UKR>USA appeal Occurred",
    ),
    (
        "Beijing summoned the Japanese ambassador to protest over remarks about Taiwan.",
        "CHN>JPN summons Occurred",
    ),
    (
        "Moscow has denied that Russian drones entered Romanian airspace.",
        "RUS>ROU incursion Denied",
    ),
    (
        "Vietnam protested China's deployment of a survey vessel.",
        "VNM>CHN protest Occurred",
    ),
    (
        "Britain and France pledged to send peacekeepers to Ukraine if a ceasefire is reached.",
        "GBR+FRA>UKR pledge Occurred",
    ),
    (
        "Russia launched a massive drone attack on Ukraine overnight, killing seven.",
        "RUS>UKR attack Occurred",
    ),
    (
        "Canada's prime minister told Mexico that it is ready to talk to the United States.",
        "CAN>USA pledge Occurred",
    ),
    (
        "The U.S. Treasury Department sanctioned three Chinese banks for helping Iran.",
        "USA>CHN sanction Occurred",
    ),
    (
        "President Lee invited Xi to visit South Korea later this year.",
        "KOR>CHN appeal Occurred",
    ),
    ("If Serbia attacks Kosovo, the talks will end.", ""),
    ("The weather in Portugal was warm.", ""),
    ("Italian customers like Spanish wine.", ""),
];

#[test]
fn each_construction_gives_its_act() {
    let wrong: Vec<String> = SENTENCES
        .iter()
        .filter_map(|(sentence, wanted)| {
            let found: Vec<String> = read(sentence)
                .iter()
                .filter(|draft| draft.item.noun != Noun::Tie)
                .map(told)
                .collect();
            let right = if wanted.is_empty() {
                found.is_empty()
            } else {
                found.len() == 1 && wanted.split('|').any(|one| found.iter().any(|known| known == one))
            };
            (!right).then(|| format!("{sentence}\n    {found:?}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
