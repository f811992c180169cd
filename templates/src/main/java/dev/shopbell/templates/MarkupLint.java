package dev.shopbell.templates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a letter's HTML: its images, links and quotes, and what mail programs refuse. */
final class MarkupLint {
  private static final int MOST = 20;
  private static final Pattern IMAGE = Pattern.compile("(?i)<img\\b[^<>]*+>");
  private static final Pattern ALT = Pattern.compile("(?i)\\balt\\s*=");
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?i)<(?:form|i?frame|object|embed|applet|base)\\b|<script\\b(?![^<>]{0,300}json)"
              + "|<meta\\b[^<>]{0,300}?http-equiv\\s*=\\s*[\"']?refresh");
  private static final Pattern RUNNING =
      Pattern.compile(
          "(?i)\\b(?:href|src|action)\\s*=\\s*[\"']?\\s*(?:javascript|vbscript|data:text)[^\"'\\s]{0,40}");
  private static final Pattern HANDLER =
      Pattern.compile("(?i)<[a-z][^<>]{0,500}?\\s(on[a-z]{3,20})\\s*=");
  private static final Pattern NO_HTTPS =
      Pattern.compile(
          "(?i)\\bhref\\s*=\\s*[\"']\\s*((?!https?:|mailto:|tel:|sms:|cid:|weixin:|#|[a-z]+script:|data:)"
              + "[^\"'{}\\s#][^\"'{}\\s]*+)");
  private static final Pattern SMART_QUOTES =
      Pattern.compile("<[a-zA-Z][^<>]{0,500}?=\\s*([“”„‟‘’＂＇«])");

  private final LintedText text;

  MarkupLint(LintedText text) {
    this.text = text;
  }

  void check() {
    images();
    smartQuotes();
    active();
    group(
        NO_HTTPS,
        "link-without-https",
        "the address has no https:// before it and leads nowhere from a letter: write all of it, as in https://shop.example/orders");
    new ElementLint(text).check();
  }

  /** What mail programs remove, or refuse a letter for. */
  void active() {
    text.each(
        ACTIVE,
        "active-content",
        true,
        "mail programs remove this element or refuse the letter: take it out and link to a page");
    text.each(
        RUNNING,
        "active-content",
        true,
        "the address runs a script, for which letters are refused: link to a page by https://");
    group(
        HANDLER,
        "active-content",
        "mail programs remove attributes that hold a script: take it out and link to a page");
  }

  private void images() {
    Matcher images = IMAGE.matcher(text.text());
    for (int told = 0; told < MOST && images.find(); ) {
      if (!ALT.matcher(images.group()).find()) {
        told++;
        text.advice(
            images.start(),
            "<img>",
            "image-without-alt",
            "the image has no alt text, and many readers see no images: add alt=\"…\", or alt=\"\" for decoration");
      }
    }
  }

  private void smartQuotes() {
    group(
        SMART_QUOTES,
        "smart-quotes",
        "the attribute's value begins with a typographic quote, which HTML takes for a letter: write straight ones, \"…\"");
  }

  /** Tells what the pattern's first group finds, where it stands. */
  private void group(Pattern pattern, String rule, String message) {
    Matcher found = pattern.matcher(text.text());
    for (int told = 0; told < MOST && found.find(); told++) {
      text.error(found.start(1), found.group(1), rule, message);
    }
  }
}
