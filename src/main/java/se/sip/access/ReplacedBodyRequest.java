package se.sip.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/** A request whose body is other bytes, always JSON in UTF-8. */
class ReplacedBodyRequest extends HttpServletRequestWrapper {

    private static final String JSON = "application/json;charset=UTF-8";

    private final byte[] body;
    private final ServletInputStream stream;

    ReplacedBodyRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body.clone();
        this.stream = new Bytes(this.body);
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public String getContentType() {
        return JSON;
    }

    @Override
    public String getHeader(String name) {
        if (name.equalsIgnoreCase("Content-Length")) {
            return String.valueOf(body.length);
        }
        if (name.equalsIgnoreCase("Content-Type")) {
            return JSON;
        }
        return name.equalsIgnoreCase("Transfer-Encoding") ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String replaced = getHeader(name);
        if (name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Content-Type")) {
            return Collections.enumeration(Collections.singleton(replaced));
        }
        return name.equalsIgnoreCase("Transfer-Encoding") ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream content;

        Bytes(byte[] content) {
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            return content.read();
        }

        @Override
        public boolean isFinished() {
            return content.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is already here");
        }
    }
}
