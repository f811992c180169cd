package dev.shopbell.template;

/** What a message says on one channel. */
public sealed interface Content permits EmailContent, SmsContent, FieldsContent {}
