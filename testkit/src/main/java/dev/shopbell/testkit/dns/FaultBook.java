package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** What a server was told to do, and for which questions; what was told last comes first. */
final class FaultBook {
  private final List<Page> pages = new ArrayList<>();

  synchronized void add(Name name, boolean below, int type, DnsFault fault) {
    pages.add(0, new Page(name, below, type, fault));
  }

  synchronized void clear() {
    pages.clear();
  }

  /** The fault for a question that came, which is used up by one. */
  synchronized Optional<DnsFault> take(Question question, boolean tcp) {
    Optional<Page> page = find(question, p -> p.fault.isFor(tcp));
    page.ifPresent(p -> p.left--);
    return page.map(p -> p.fault);
  }

  /** Whether a resolver would get no answer to that question. */
  synchronized boolean stops(Question question) {
    return find(question, p -> true).filter(p -> !p.fault.letsAnswersThrough()).isPresent();
  }

  private Optional<Page> find(Question question, Predicate<Page> also) {
    return pages.stream().filter(p -> p.left > 0 && p.covers(question)).filter(also).findFirst();
  }

  private static final class Page {
    private final Name name;
    private final boolean below;
    private final int type;
    private final DnsFault fault;
    private int left;

    Page(Name name, boolean below, int type, DnsFault fault) {
      this.name = name;
      this.below = below;
      this.type = type;
      this.fault = fault;
      this.left = fault.limit();
    }

    boolean covers(Question question) {
      boolean named = below ? question.name().subdomain(name) : question.name().equals(name);
      return named && (type == Type.ANY || type == question.type());
    }
  }
}
