package dev.shopbell.smtp;

import dev.shopbell.smtp.SmtpOptions.Auth;
import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Logs in (RFC 4954) by PLAIN (RFC 4616), LOGIN or XOAUTH2. No error holds what was sent. */
final class Login {
  private final Endpoint endpoint;
  private final Auth auth;
  private final AccessTokens tokens;
  private final Wire wire;
  private final Duration timeout;

  Login(Endpoint endpoint, SmtpOptions options, AccessTokens tokens, Wire wire) {
    this.endpoint = endpoint;
    this.auth = options.auth();
    this.tokens = tokens;
    this.wire = wire;
    this.timeout = options.limits().timeout();
  }

  /** Logs in where the endpoint has a user, by the first way that both sides know. */
  void login(Capabilities server) throws IOException, OpeningException {
    if (endpoint.user().isEmpty()) {
      return;
    }
    if (auth == Auth.XOAUTH2) {
      requireOffered(server, "XOAUTH2");
      byToken();
    } else if (auth != Auth.LOGIN && server.takesLogin("PLAIN")) {
      plain();
    } else if (auth != Auth.PLAIN) {
      requireOffered(server, "LOGIN");
      inSteps();
    } else {
      requireOffered(server, "PLAIN");
    }
  }

  private void requireOffered(Capabilities server, String mechanism) throws OpeningException {
    if (!server.takesLogin(mechanism)) {
      throw OpeningException.misconfigured(
          SmtpStage.LOGIN,
          "%s offers no login by %s: it offers %s"
              .formatted(
                  endpoint,
                  auth == Auth.AUTO ? "PLAIN or LOGIN" : mechanism,
                  server.keywords().getOrDefault("AUTH", List.of("none"))));
    }
  }

  private void plain() throws IOException, OpeningException {
    String secret = "\0" + endpoint.user() + "\0" + endpoint.credential().reveal();
    require(say("AUTH PLAIN " + base64(secret)), 235);
  }

  private void inSteps() throws IOException, OpeningException {
    require(say("AUTH LOGIN"), 334);
    require(say(base64(endpoint.user())), 334);
    require(say(base64(endpoint.credential().reveal())), 235);
  }

  /** A token may have been revoked since it was given out; then another one is asked for, once. */
  private void byToken() throws IOException, OpeningException {
    Credential first = token(false);
    SmtpReply reply = byToken(first);
    if (reply.code() >= 500) {
      Credential second = token(true);
      reply = second.equals(first) ? reply : byToken(second);
    }
    require(reply, 235);
  }

  private SmtpReply byToken(Credential token) throws IOException {
    String words = "user=" + endpoint.user() + "\1auth=Bearer " + token.reveal() + "\1\1";
    SmtpReply reply = say("AUTH XOAUTH2 " + base64(words));
    return reply.code() == 334 ? say("") : reply;
  }

  /** Whatever goes wrong there is told by its kind alone: its words may hold a secret. */
  @SuppressWarnings("CatchingUnchecked")
  private Credential token(boolean refused) throws OpeningException {
    try {
      return tokens.token(endpoint, refused);
    } catch (IOException | RuntimeException e) {
      throw new OpeningException(
          SmtpStage.LOGIN,
          SmtpReply.NONE,
          "no access token could be had for %s: %s"
              .formatted(endpoint, e.getClass().getSimpleName()),
          null);
    }
  }

  private SmtpReply say(String line) throws IOException {
    wire.write(line + "\r\n");
    wire.flush();
    return wire.read(timeout);
  }

  private void require(SmtpReply reply, int code) throws OpeningException {
    if (reply.code() != code) {
      throw new OpeningException(
          SmtpStage.LOGIN,
          reply,
          "%s refuses the login%s".formatted(endpoint, reply.behindColon()),
          null);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
