use domain::amount::Amount;

/// An amount as exactly as the source says: "roughly 28,500 troops", "nearly half".
pub fn amount(amount: &Amount) -> String {
    let value = amount.value().map(number);
    let parts = [amount.qualifier(), value.as_deref(), amount.unit()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A number with its thousands set apart.
pub(crate) fn number(value: f64) -> String {
    let plain = value.to_string();
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}
