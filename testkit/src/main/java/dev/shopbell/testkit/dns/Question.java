package dev.shopbell.testkit.dns;

import org.xbill.DNS.Name;

/** What is asked: a name, a type, and whether signatures and proofs are wanted with the answer. */
record Question(Name name, int type, boolean dnssec) {
  Question at(Name other) {
    return new Question(other, type, dnssec);
  }

  Question of(int otherType) {
    return new Question(name, otherType, dnssec);
  }
}
