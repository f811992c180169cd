package dev.shopbell.identity;

import dev.shopbell.address.DomainName;

/**
 * Families of mail clients that show more of a sender than its From, each by a rule of its own. The
 * rules are what these clients do, seen from outside; none of them is a standard.
 */
public enum MailClients {
  /**
   * Gmail: "via" the domain that signed, unless it or the return path's is the domain in From.
   * Source: support.google.com/mail/answer/1311182 and tests that senders have published.
   */
  GMAIL {
    @Override
    String shown(SenderPlan plan) {
      DomainName from = plan.from().address().domain();
      DomainName returned = plan.returnPath().domain();
      DomainName signed = plan.dkimDomain().orElse(returned);
      return signed.equals(from) || returned.equals(from)
          ? plan.fromAlone()
          : plan.fromAlone() + " via " + signed;
    }
  },
  /** Outlook on the desktop: the Sender header "on behalf of" From. */
  OUTLOOK {
    @Override
    String shown(SenderPlan plan) {
      return plan.sender()
          .map(sender -> sender.value() + " on behalf of " + plan.fromAlone())
          .orElseGet(() -> plan.fromAlone());
    }
  },
  /** QQ Mail and Foxmail: 代发 unless the return path's domain is the domain in From. */
  QQ {
    @Override
    String shown(SenderPlan plan) {
      return plan.returnPath().domain().equals(plan.from().address().domain())
          ? plan.fromAlone()
          : sentBy(plan);
    }
  },
  /** NetEase (163.com, 126.com, yeah.net): 代发 unless the return path is the mailbox in From. */
  NETEASE {
    @Override
    String shown(SenderPlan plan) {
      return plan.returnPath().equals(plan.from().address()) ? plan.fromAlone() : sentBy(plan);
    }
  };

  /** What these clients show as the sender of a letter so addressed, addresses in full. */
  abstract String shown(SenderPlan plan);

  private static String sentBy(SenderPlan plan) {
    return plan.fromAlone() + " (由 " + plan.returnPath().value() + " 代发)";
  }
}
