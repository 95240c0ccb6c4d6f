package dk.ics.intake.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a real mail server, hands it everything on, and is gone when the mail has been taken, without a word. */
final class ForgetfulMailServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final int behind;

    ForgetfulMailServer(int behind) throws IOException {
        this.behind = behind;
        Thread thread = new Thread(this::serve, "forgetful-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                handOn(caller, server);
            } catch (IOException closing) {
                // The caller or the test has closed.
            }
        }
    }

    private static void handOn(Socket caller, Socket server) throws IOException {
        BufferedReader said = lines(caller);
        BufferedReader answered = lines(server);
        PrintWriter toServer = writer(server);
        PrintWriter toCaller = writer(caller);
        write(toCaller, answered.readLine());
        boolean text = false;
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            write(toServer, line);
            if (text && !line.equals(".")) {
                continue;
            }
            String answer = answered.readLine();
            if (text) {
                return;
            }
            write(toCaller, answer);
            while (answer != null && answer.length() > 3 && answer.charAt(3) == '-') {
                answer = answered.readLine();
                write(toCaller, answer);
            }
            text = line.equalsIgnoreCase("DATA");
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static PrintWriter writer(Socket socket) throws IOException {
        return new PrintWriter(socket.getOutputStream(), false, StandardCharsets.ISO_8859_1);
    }

    private static void write(PrintWriter to, String line) {
        to.print(line + "\r\n");
        to.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
