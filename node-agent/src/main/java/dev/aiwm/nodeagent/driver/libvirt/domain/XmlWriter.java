package dev.aiwm.nodeagent.driver.libvirt.domain;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.StringWriter;
import java.util.function.Consumer;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/** Writes XML element by element; what is text can never become an element. */
public final class XmlWriter {
    private final Document document;
    private final Element element;

    private XmlWriter(Document document, Element element) {
        this.document = document;
        this.element = element;
    }

    /** A document with this element at its root, filled by the given. */
    public static String document(String root, Consumer<XmlWriter> content) {
        try {
            var document =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
            var element = document.createElement(root);
            document.appendChild(element);
            content.accept(new XmlWriter(document, element));
            return text(element);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK writes XML", e);
        }
    }

    /** An element as text. */
    static String text(Element element) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(element), new StreamResult(text));
            return text.toString().replace(System.lineSeparator(), "\n");
        } catch (TransformerException e) {
            throw new IllegalStateException("the JDK writes XML", e);
        }
    }

    static void set(Element element, Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
    }

    public XmlWriter set(String attribute, Object value) {
        element.setAttribute(attribute, value.toString());
        return this;
    }

    /** An element with nothing inside but attributes: names and values in turn. */
    public XmlWriter add(String name, Object... attributes) {
        return within(name, inner -> inner.setAll(attributes));
    }

    public XmlWriter text(String name, Object value) {
        return within(name, inner -> inner.element.setTextContent(value.toString()));
    }

    /** An element in a namespace of its own. */
    public XmlWriter foreign(String namespace, String qualifiedName, Object... attributes) {
        var child = document.createElementNS(namespace, qualifiedName);
        element.appendChild(child);
        new XmlWriter(document, child).setAll(attributes);
        return this;
    }

    public XmlWriter within(String name, Consumer<XmlWriter> content) {
        var child = document.createElement(name);
        element.appendChild(child);
        content.accept(new XmlWriter(document, child));
        return this;
    }

    public XmlWriter content(Object value) {
        element.setTextContent(value.toString());
        return this;
    }

    /** A copy of an element of another document, with all that is in it. */
    void adopt(Element other) {
        element.appendChild(document.importNode(other, true));
    }

    void setAll(Object... attributes) {
        set(element, attributes);
    }
}
