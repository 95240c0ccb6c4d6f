/**
 * How the intake speaks with other authorities: addresses and modes, calls, forwardings and receipts.
 *
 * <p>What is said to which authority stands in the capabilities; here is only how it gets there once.
 */
@NullMarked
package dk.ics.intake.authority;

import org.jspecify.annotations.NullMarked;
