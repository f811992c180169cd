package dev.shopbell.benchmarks;

import dev.shopbell.address.DomainName;
import dev.shopbell.dkim.DkimAlgorithm;
import dev.shopbell.dkim.DkimKey;
import dev.shopbell.mime.Letters;
import dev.shopbell.transport.LetterSigner;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/**
 * Signing a letter of 10 KB that is written already, relaxed on both sides, with RSA of 2048 bits.
 * What counts is what each costs over {@link #bareSignature}, which nobody can do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class DkimBenchmark {
  private static final String TEMPLATE =
      "v=1; a=rsa-sha256; c=relaxed/relaxed; d=platform.example; s=s1;"
          + " h=From:From:Reply-To:To:Subject:Subject:Date:Message-ID:MIME-Version:Content-Type;"
          + " bh=; b=;";

  private byte[] letter;
  private byte[] header;
  private PrivateKey key;
  private LetterSigner ours;
  private MimeMessage message;

  /** One key for all. */
  @Setup
  public void prepare() throws GeneralSecurityException, MessagingException {
    DkimKey made = DkimKey.generate("s1", DkimAlgorithm.RSA, new SecureRandom());
    String pem = made.pem().reveal().replaceAll("-----[A-Z ]+-----", "");
    byte[] pkcs8 = Base64.getMimeDecoder().decode(pem);
    key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    letter = Letters.bytes(LetterBenchmark.letter("spanish"));
    header = new byte[900];
    Instant time = Instant.parse("2026-11-22T08:30:00Z");
    ours = dev.shopbell.dkim.DkimSigner.of(DomainName.of("platform.example"), List.of(made), time);
    message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter));
  }

  /** What java.security takes for the signature alone. */
  @Benchmark
  public byte[] bareSignature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(header);
    return signature.sign();
  }

  /** Ours. */
  @Benchmark
  public String shopbell() throws IOException {
    return ours.sign(out -> out.write(letter, 0, letter.length));
  }

  /** Apache James jDKIM. */
  @Benchmark
  public String jdkim() throws IOException, FailException {
    return new DKIMSigner(TEMPLATE, key).sign(new ByteArrayInputStream(letter));
  }

  /** What Simple Java Mail signs with; the message is read already, and written here. */
  @Benchmark
  public void utilsMailDkim() throws Exception {
    DkimSigner signer = new DkimSigner("platform.example", "s1", (RSAPrivateKey) key);
    signer.setHeaderCanonicalization(Canonicalization.RELAXED);
    signer.setBodyCanonicalization(Canonicalization.RELAXED);
    signer.setLengthParam(false);
    signer.setCheckDomainKey(false);
    new DkimMessage(message, signer).writeTo(OutputStream.nullOutputStream());
  }
}
