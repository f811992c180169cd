package dev.shopbell.benchmarks;

import com.cloudhopper.commons.charset.Charset;
import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import fr.sii.ogham.sms.SmsConstants.SmppSplitConstants;
import fr.sii.ogham.sms.encoder.EncodedMessage;
import fr.sii.ogham.sms.encoder.Encoder;
import fr.sii.ogham.sms.exception.message.SplitMessageException;
import fr.sii.ogham.sms.splitter.GsmBasicCharsetExtensionTableCounter;
import fr.sii.ogham.sms.splitter.GsmMessageSplitter;
import fr.sii.ogham.sms.splitter.MessageSplitter;

/** Ogham's splitters, put together as its builder does for SMPP. */
final class OghamSplitter {
  private static final byte[] REFERENCE = {1};

  private final MessageSplitter gsm =
      new GsmMessageSplitter(
          encoder(CharsetUtil.CHARSET_GSM7, CharsetUtil.NAME_GSM7),
          SmppSplitConstants.SEGMENT_SIZE_GSM_7BIT_SMS_PACKING_MODE,
          () -> REFERENCE,
          new GsmBasicCharsetExtensionTableCounter());
  private final MessageSplitter ucs2 =
      new GsmMessageSplitter(
          encoder(CharsetUtil.CHARSET_UCS_2, CharsetUtil.NAME_UCS_2),
          SmppSplitConstants.SEGMENT_SIZE_UCS2,
          () -> REFERENCE);

  int segments(String text) throws SplitMessageException {
    return (GSMCharset.canRepresent(text) ? gsm : ucs2).split(text).size();
  }

  private static Encoder encoder(Charset charset, String name) {
    return text -> new EncodedMessage(text, charset.encode(text), name);
  }
}
