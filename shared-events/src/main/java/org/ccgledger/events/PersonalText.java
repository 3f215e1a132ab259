package org.ccgledger.events;

import org.jspecify.annotations.Nullable;

/// Text about a natural person: a name, a contact, what they say of themselves or others.
///
/// In a fact only the subject's pseudonym stands. The text is encrypted under the subject's own key
/// and stored in a table from which it can be erased, so an event that is read back carries the
/// subject and no text.
///
/// @param text at most 2,000 characters; absent once the event has been recorded
public record PersonalText(PersonId subject, @Nullable String text) {}
