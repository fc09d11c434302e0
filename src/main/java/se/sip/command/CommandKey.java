package se.sip.command;

import se.sip.command.CountyCommands.WrongUseException;

/** The key that a process owner has made on the page, from the environment or asked for. */
final class CommandKey {

    private static final String NAME = "SIP_NYCKEL";

    private CommandKey() {
    }

    /** @throws WrongUseException where there is none */
    static String given() {
        String given = System.getProperty(NAME, System.getenv(NAME));
        if ((given == null || given.isBlank()) && System.console() != null) {
            var typed = System.console().readPassword("Nyckel (skapas på sidan Processer): ");
            given = typed == null ? null : new String(typed);
        }
        if (given == null || given.isBlank()) {
            throw new WrongUseException("Nyckel saknas. Skapa en på sidan Processer och sätt den i miljövariabeln " + NAME
                    + ".");
        }
        return given.strip();
    }
}
