package dk.ics.intake.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that has one answer to every recipient. */
final class StubbornMailServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String answer;

    StubbornMailServer(String answer) throws IOException {
        this.answer = answer;
        Thread thread = new Thread(this::serve, "stubborn-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                out.print("220 mail.example.dk\r\n");
                out.flush();
                String line = in.readLine();
                while (line != null) {
                    out.print((line.toUpperCase(Locale.ROOT).startsWith("RCPT") ? answer : "250 OK") + "\r\n");
                    out.flush();
                    line = in.readLine();
                }
            } catch (IOException closing) {
                // The caller or the test has closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
