package dev.shopbell.testkit;

import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What a {@link ScriptedSmtpServer} does at each step: every time, or at one time alone. */
final class SmtpScript {
  private final Map<SmtpStep, Object> always = new EnumMap<>(SmtpStep.class);
  private final Map<SmtpStep, Map<Integer, Object>> once = new EnumMap<>(SmtpStep.class);
  private final Map<SmtpStep, Integer> times = new EnumMap<>(SmtpStep.class);

  synchronized void always(SmtpStep step, Object action) {
    always.put(step, action);
  }

  synchronized void at(SmtpStep step, int time, Object action) {
    if (time < 1) {
      throw new IllegalArgumentException("time is " + time + ": the first one is 1");
    }
    once.computeIfAbsent(step, key -> new HashMap<>()).put(time, action);
  }

  synchronized void clear() {
    always.clear();
    once.clear();
    times.clear();
  }

  /** Does with letters what a transport's contract asks of its provider. */
  void behave(Behaviour behaviour) {
    switch (behaviour) {
      case ACCEPT -> {}
      case REFUSE_RECIPIENT -> always(SmtpStep.RCPT, "550 5.1.1 no such user here");
      case REFUSE_CONTENT -> always(SmtpStep.CONTENT, "554 5.6.0 content refused");
      case REFUSE_SENDER -> always(SmtpStep.MAIL, "550 5.7.1 not allowed to send as this sender");
      case REFUSE_ACCOUNT -> always(SmtpStep.AUTH, "535 5.7.8 bad credentials");
      case DEFER -> always(SmtpStep.RCPT, "450 4.2.0 greylisted");
      case HANG -> always(SmtpStep.CONTENT, Fault.HANG);
      case CUT -> always(SmtpStep.CONTENT, Fault.CUT);
      case STALL -> always(SmtpStep.CONTENT, Fault.STALL);
      case GARBAGE -> always(SmtpStep.CONTENT, "\u0007\u0000garbage");
      case ERROR_PAGE -> always(SmtpStep.CONTENT, "HTTP/1.1 502 Bad gateway");
    }
  }

  /** An answer, a fault, or what is usual. */
  synchronized Object next(SmtpStep step, String usual) {
    int time = times.merge(step, 1, Integer::sum);
    Object now = once.getOrDefault(step, Map.of()).get(time);
    return now == null ? always.getOrDefault(step, usual) : now;
  }
}
