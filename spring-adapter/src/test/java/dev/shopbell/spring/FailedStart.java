package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;

/**
 * An application that did not start. Neither what it logged nor its exception, with all causes,
 * holds the secret {@code hunter2}.
 *
 * @param description what Boot's failure analysis said is wrong
 * @param action what it said to do
 */
record FailedStart(String description, String action) {
  private static final Pattern ANALYSIS =
      Pattern.compile("(?s)Description:\\s+(.*?)\\s+Action:\\s+(.*?)\\s*$");

  /** Starts an application in the hope that it fails. */
  static FailedStart of(CapturedOutput output, Class<?> application, String... properties) {
    SpringApplication spring = new SpringApplication(application);
    spring.setWebApplicationType(WebApplicationType.NONE);
    spring.setRegisterShutdownHook(false);
    String[] arguments = new String[properties.length + 1];
    arguments[properties.length] = "--shopbell.outbox.enabled=false";
    for (int i = 0; i < properties.length; i++) {
      arguments[i] = "--" + properties[i];
    }
    Throwable failure = catchThrowable(() -> spring.run(arguments).close());
    if (failure == null) {
      throw new AssertionError("it started");
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(output.getAll() + trace).doesNotContain("hunter2");
    Matcher analysis = ANALYSIS.matcher(output.getAll());
    if (!analysis.find()) {
      throw new AssertionError("no analysis of " + trace);
    }
    return new FailedStart(analysis.group(1), analysis.group(2));
  }
}
