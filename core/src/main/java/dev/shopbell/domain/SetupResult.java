package dev.shopbell.domain;

/** What came of a mailbox that a merchant wants to send from: a set-up, or a refusal. */
public sealed interface SetupResult permits DomainSetup, SetupRefusal {}
