package dk.ics.intake.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls from an address of its own and with any header: a proxy, or somebody who pretends to be one. */
final class Neighbour {

    private static final int PATIENCE = 60_000;

    private final String address;
    private final int port;
    private final List<String> headers;

    Neighbour(String address, int port) {
        this(address, port, List.of());
    }

    private Neighbour(String address, int port, List<String> headers) {
        this.address = address;
        this.port = port;
        this.headers = headers;
    }

    Neighbour with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header + ": " + value);
        return new Neighbour(address, port, more);
    }

    /** The whole answer: status line, headers, body. */
    String get(String path) throws IOException {
        return send("GET", path, "text/plain", "");
    }

    String post(String path, String type, String body) throws IOException {
        return send("POST", path, type, body);
    }

    private String send(String method, String path, String type, String body) throws IOException {
        List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.0"));
        lines.addAll(headers);
        lines.add("Content-Type: " + type);
        lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        String request = String.join("\r\n", lines) + "\r\n\r\n" + body;
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
