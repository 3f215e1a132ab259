package org.ccgledger.command.predecessors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.PostId;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.predecessors.Holding;

/// Every rule about the succession to primary care trusts, by the reason it gives when it says no.
sealed interface PredecessorRefusal extends Refusal {

    /// X1: Health and Social Care Act 2012 s.300: what a trust holds is transferred in full, to one
    /// body or shared among several.
    @Rule(
            id = "X1",
            title = "The shares of each holding add up to 100 per cent, every one above 0",
            cure = "Give shares of the holding that are together exactly 100.")
    record SuccessionShareInvalid(Holding holding, BigDecimal sum) implements PredecessorRefusal {}

    /// X2: Health and Social Care Act 2012 s.34 and s.300: when a trust is abolished, nothing that
    /// it held is left with nobody.
    @Rule(
            id = "X2",
            title =
                    "A trust is abolished when somebody takes over each of its holdings by the next day",
            cure = "Make a transfer scheme for the holdings that are named.")
    record SuccessionIncomplete(List<Holding> holdings, LocalDate by)
            implements PredecessorRefusal {}

    /// X3: NHS Act 2006 s.14D: a group that is not established takes nothing over.
    @Rule(
            id = "X3",
            title = "A group that takes over is established on the day on which it does",
            cure = "Name a group that is established by then, or a later day.")
    record ReceiverNotEstablished(List<CcgCode> groups, LocalDate on)
            implements PredecessorRefusal {}

    /// X4: NHS Act 2006 s.2B, inserted by the Health and Social Care Act 2012 s.12: it is for local
    /// authorities to improve public health.
    @Rule(
            id = "X4",
            title = "Public health functions go to local authorities, not to groups",
            cure = "Name the local authorities of the area as receivers.")
    record ReceiverIneligible(Holding holding, BodyRef receiver) implements PredecessorRefusal {}

    @Rule(
            title = "A code stands for one primary care trust",
            cure = "Give the name and the authority under which the trust is registered.",
            status = 409)
    record CodeInUse(PctCode pct, String name, ShaCode sha) implements PredecessorRefusal {}

    @Rule(
            title = "Nothing is registered of a trust, or transferred by it, once it is abolished",
            cure = "See to whom its holdings went; correct a mistaken entry with CorrectRecord.",
            status = 409)
    record AlreadyAbolished(PctCode pct, LocalDate since) implements PredecessorRefusal {}

    @Rule(
            title = "A post is transferred once",
            cure = "See to whom the post went; correct a mistaken entry with CorrectRecord.",
            status = 409)
    record PostAlreadyTransferred(PostId post, BodyRef receiver, LocalDate on)
            implements PredecessorRefusal {}
}
