package dev.shopbell.templates.engine;

/** What a text is rendered for. */
public enum Medium {
  /** Any text at all, by the Mustache specification's own escaping; for trying a template out. */
  SPECIFICATION,
  /** A page or letter of HTML: each value is encoded for the place where it stands. */
  HTML,
  /** Lines of plain text. */
  TEXT,
  /** One line of a header, such as a subject. */
  HEADER,
  /** A text message, one paragraph. */
  SMS,
  /** A field of a WeChat message, a push or a webhook: one line. */
  FIELD
}
