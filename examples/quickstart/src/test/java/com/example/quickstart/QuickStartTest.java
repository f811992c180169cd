package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuickStartTest {
  @Test
  @Tag("sender-05")
  @Tag("mail-01")
  void sendsALetterAsTheShop() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("relay", "secret");
    server.start();
    try {
      QuickStart.main(
          new String[] {
            "smtp://relay:secret@127.0.0.1:" + server.getSmtp().getPort() + "?tls=none",
            "buyer@customer.example"
          });
      MimeMessage letter = server.getReceivedMessages()[0];
      assertThat(letter.getFrom()[0]).hasToString("Ann's Tea <notify@mail.platform.example>");
      assertThat(letter.getReplyTo()[0]).hasToString("ann@gmail.com");
      assertThat(letter.getAllRecipients()[0]).hasToString("buyer@customer.example");
      assertThat(letter.getMessageID()).endsWith("@mail.platform.example>");
      MimeMultipart parts = (MimeMultipart) letter.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat((String) parts.getBodyPart(1).getContent()).contains("Ann&#39;s Tea");
    } finally {
      server.stop();
    }
  }
}
