package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a message that came back is. */
public sealed interface Verdict {
  /**
   * A server's report of what became of a letter (RFC 3464, or one of the older forms).
   *
   * @param recipients what it says of each; at least one
   */
  record Report(List<ReportedRecipient> recipients) implements Verdict {
    public Report {
      recipients = List.copyOf(recipients);
      if (recipients.isEmpty()) {
        throw new IllegalArgumentException("a report has no recipients: give one or more");
      }
    }

    /** True when at least one recipient was given up. */
    public boolean isBounce() {
      return has(ReportedRecipient.Action.FAILED);
    }

    /** {@code bounce}, {@code delayed}, or {@code other} for a report of success. */
    @Override
    public String kind() {
      return isBounce() ? "bounce" : has(ReportedRecipient.Action.DELAYED) ? "delayed" : "other";
    }

    private boolean has(ReportedRecipient.Action action) {
      return recipients.stream().anyMatch(recipient -> recipient.action() == action);
    }
  }

  /**
   * A recipient called a letter spam (ARF, RFC 5965).
   *
   * @param recipient who; empty when the provider hides it, and then the return path tells
   * @param type the feedback type, in lower case: {@code abuse}, {@code fraud}
   */
  record Complaint(Optional<EmailAddress> recipient, String type) implements Verdict {
    public Complaint {
      Objects.requireNonNull(recipient, "recipient");
      type = type.toLowerCase(Locale.ROOT);
    }

    @Override
    public String kind() {
      return "complaint";
    }
  }

  /**
   * A machine's answer to a letter that arrived: out of office, a ticket's number (RFC 3834).
   *
   * @param from whose mailbox answers; empty when it is not given
   */
  record AutoReply(Optional<EmailAddress> from) implements Verdict {
    public AutoReply {
      Objects.requireNonNull(from, "from");
    }

    @Override
    public String kind() {
      return "auto-reply";
    }
  }

  /**
   * Somebody wants no more marketing.
   *
   * @param from who; empty when it is not given
   */
  record Unsubscribe(Optional<EmailAddress> from) implements Verdict {
    public Unsubscribe {
      Objects.requireNonNull(from, "from");
    }

    @Override
    public String kind() {
      return "unsubscribe";
    }
  }

  /**
   * A person's answer.
   *
   * @param from who; empty when it is not given
   * @param subject what it is about, in one line; may be empty
   * @param text what was written, apart from what was quoted
   */
  record Reply(Optional<EmailAddress> from, String subject, ReplyText text) implements Verdict {
    public Reply {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String kind() {
      return "reply";
    }

    /** Without what was written. */
    @Override
    public String toString() {
      return "Reply[" + from.map(Object::toString).orElse("somebody") + "]";
    }
  }

  /** None of these: a new letter, a newsletter, a read receipt, a report for administrators. */
  record Other() implements Verdict {
    @Override
    public String kind() {
      return "other";
    }
  }

  /** The word for it: bounce, delayed, complaint, auto-reply, unsubscribe, reply or other. */
  String kind();
}
