package io.centerline.intake.sheet;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the XML of one part of a workbook. Document types are refused; depth and the length of a text are bounded. Names
 * are compared without their namespace, so that the strict and the transitional form of the format read the same. Not
 * thread-safe.
 */
final class SheetXml implements Closeable {
    /** The most characters of a text; a cell holds 32,767. */
    static final int LONGEST = 1 << 16;

    private static final int DEEPEST = 64;
    /** Names that differ, which the parser keeps; the format has some hundreds. Those of one or two letters are not counted. */
    private static final int MOST_NAMES = 2_000;

    private static final int MOST_PREFIXES = 50;
    private static final int LONGEST_NAME = 255;

    private final InputStream in;
    private final String part;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private int depth;

    SheetXml(InputStream in, String part) throws IOException {
        this.in = in;
        this.part = part;
        try {
            // A factory of its own, since factories keep the names of all they read.
            xml = factory().createXMLStreamReader(in);
        } catch (XMLStreamException failed) {
            throw told(failed);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        int event;
        while ((event = advance()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean isStart(String name) {
        return isStart() && name.equals(xml.getLocalName());
    }

    boolean isEnd(String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT && name.equals(xml.getLocalName());
    }

    /** The name of the element, without namespace. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute without a namespace; null when absent. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i)) && isBare(xml.getAttributePrefix(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The id of a relationship, whose namespace differs between the forms of the format; null when absent. */
    @Nullable
    String relationship() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if ("id".equals(xml.getAttributeLocalName(i)) && !isBare(xml.getAttributePrefix(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text up to the end of the element that just started, without that of elements in it. */
    String text() throws IOException {
        try {
            return readText();
        } catch (UncheckedStreamException failed) {
            // The parser reads a text when it is asked for.
            throw told(failed);
        }
    }

    private String readText() throws IOException {
        String first = "";
        StringBuilder all = null;
        int inner = 0;
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inner++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (inner-- == 0) {
                    return all == null ? first : all.toString();
                }
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw WorkbookFault.damaged("its part `" + part + "` ends early");
            } else if (inner == 0 && xml.hasText() && event != XMLStreamConstants.COMMENT) {
                if (first.isEmpty()) {
                    first = xml.getText();
                } else {
                    all = all == null ? new StringBuilder(first) : all;
                    all.append(xml.getText());
                }
                if (first.length() > LONGEST || (all != null && all.length() > LONGEST)) {
                    throw WorkbookFault.damaged("its part `" + part + "` has a text longer than " + LONGEST);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int advance() throws IOException {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw WorkbookFault.damaged("its part `" + part + "` is nested too deep");
                }
                countNames();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD) {
                throw WorkbookFault.damaged("its part `" + part + "` declares a document type");
            }
            return event;
        } catch (XMLStreamException | UncheckedStreamException failed) {
            throw told(failed);
        }
    }

    private void countNames() throws IOException {
        count(xml.getLocalName(), xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            count(xml.getAttributeLocalName(i), xml.getAttributePrefix(i));
        }
    }

    private void count(String name, @Nullable String prefix) throws IOException {
        if (name.length() > 2 && !names.contains(name)) {
            names.add(name);
        }
        if (prefix != null && !prefix.isEmpty() && !prefixes.contains(prefix)) {
            prefixes.add(prefix);
        }
        if (name.length() > LONGEST_NAME || names.size() > MOST_NAMES || prefixes.size() > MOST_PREFIXES) {
            throw WorkbookFault.damaged("its part `" + part + "` has names that the format does not have");
        }
    }

    private IOException told(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException fault) {
                return fault;
            }
            if (cause instanceof XMLStreamException stream
                    && stream.getNestedException() instanceof IOException fault) {
                return fault;
            }
        }
        return WorkbookFault.damaged("its part `" + part + "` is not well-formed XML");
    }

    private static boolean isBare(@Nullable String prefix) {
        return prefix == null || prefix.isEmpty();
    }
}
