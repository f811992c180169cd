/** The contract that every transport keeps, and servers, clocks and assertions for tests. */
module dev.shopbell.testkit {
  requires transitive dev.shopbell.core;
  requires transitive org.assertj.core;
  requires static transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;
  requires java.logging;
  requires jdk.httpserver;
  requires org.dnsjava;

  exports dev.shopbell.testkit;
  exports dev.shopbell.testkit.dns;
}
