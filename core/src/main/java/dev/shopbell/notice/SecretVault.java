package dev.shopbell.notice;

import dev.shopbell.store.StoreId;
import java.util.Optional;

/**
 * Opens a secret, so that what was rendered can be searched for it. What it answers goes into that
 * search and nowhere else. An exception means "could not ask", and the attempt is put off.
 */
@FunctionalInterface
public interface SecretVault {
  /** The thing itself; empty when the host has it no longer. */
  Optional<String> open(StoreId store, Secret secret);
}
