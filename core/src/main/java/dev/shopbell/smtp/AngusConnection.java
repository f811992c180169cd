package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The connection kept open for one endpoint. Whoever holds its lock may use it. */
final class AngusConnection {
  final ReentrantLock lock = new ReentrantLock();
  private final Endpoint endpoint;
  private final Optional<Session> host;
  private volatile @Nullable AngusSession session;
  private volatile Instant lastUsed = Instant.MIN;
  private volatile boolean retired;

  AngusConnection(Endpoint endpoint, Optional<Session> host) {
    this.endpoint = endpoint;
    this.host = host;
  }

  /** A new connection, not open yet. */
  AngusSession fresh() {
    return AngusSession.at(endpoint, host);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** The session of the last letter, if it is still open. */
  Optional<AngusSession> kept() {
    return Optional.ofNullable(session).filter(AngusSession::isOpen);
  }

  void keep(AngusSession fresh) {
    session = fresh;
  }

  void usedAt(Instant time) {
    lastUsed = time;
  }

  boolean idleSince(Instant time) {
    return lastUsed.isBefore(time);
  }

  /** Closes the connection for good. */
  void retire() {
    retired = true;
    kept().ifPresent(AngusSession::cut);
  }

  boolean isRetired() {
    return retired;
  }
}
