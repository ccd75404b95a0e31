use super::error::PhraseError;
use super::token::{Lexeme, Token};
use chrono::NaiveDate;

/// Walks over the tokens of a phrase.
pub(super) struct Reader<'a> {
    pub lexemes: &'a [Lexeme],
    pub position: usize,
    pub reference: NaiveDate,
}

impl<'a> Reader<'a> {
    pub fn new(lexemes: &'a [Lexeme], reference: NaiveDate) -> Self {
        Self {
            lexemes,
            position: 0,
            reference,
        }
    }

    pub fn peek(&self) -> Option<Token> {
        self.peek_at(0)
    }

    pub fn peek_at(&self, ahead: usize) -> Option<Token> {
        self.lexemes.get(self.position + ahead).map(|lexeme| lexeme.token)
    }

    pub fn advance(&mut self) {
        self.position += 1;
    }

    pub fn eat(&mut self, token: Token) -> bool {
        let found = self.peek() == Some(token);
        if found {
            self.advance();
        }
        found
    }

    /// Whether anything but a closing word follows the current one.
    pub fn date_follows(&self) -> bool {
        let rest = self.lexemes.get(self.position + 1..).unwrap_or_default();
        rest.iter().any(|lexeme| lexeme.token != Token::Filler)
    }

    pub fn skip_fillers(&mut self) {
        while self.eat(Token::Filler) {}
    }

    /// The error for a word that has no place where it stands.
    pub fn misplaced(&self) -> PhraseError {
        match self.lexemes.get(self.position) {
            Some(lexeme) => PhraseError::new(format!("\"{}\" has no meaning here", lexeme.text), PhraseError::EXAMPLES),
            None => PhraseError::new("the date breaks off", PhraseError::EXAMPLES),
        }
    }
}
