package dev.shopbell.store;

/** How a store greets its customers and takes its leave. */
public enum Tone {
  /** Polite and plain. */
  PROFESSIONAL,
  /** Friendly; what a store has unless it says otherwise. */
  WARM,
  /** As one talks to friends. */
  PLAYFUL
}
