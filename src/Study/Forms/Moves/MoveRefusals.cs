using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.Moves;

/// <summary>Refusals about moving forms. Codes are public and never reworded.</summary>
public static class MoveRefusals
{
    public static readonly Refusal OtherInstrument = new("form.move-instrument", "A form stays a form of its instrument. Choose another subject, respondent, wave or family.");
    public static readonly Refusal SamePlace = new("form.swap-self", "Choose two different forms to swap.");
    public static readonly Refusal SameFamily = new("form.same-family", "The form is under this family already. Move it to another subject, respondent or wave instead.");
    public static readonly Refusal NotLeaving = new("form.not-leaving", "This form is not being moved to that family.", RefusalKind.Conflict);
    public static readonly Refusal Unsettled = new("form.move-unsettled", "This form was entered twice and its differences are not settled. Settle them first.", RefusalKind.Conflict);

    public static Refusal Occupied(Form there) =>
        new("form.occupied", $"There is a form at that place already, entered by {there.EnteredBy} on {DayWords.Of(there.EnteredAt)}. Swap the two, or move that one first.", RefusalKind.Conflict);

    public static Refusal Leaving(FormLeaving leaving) =>
        new("form.leaving", $"This form is being moved to family {leaving.To} by {leaving.By}. Finish that first, or keep it here.", RefusalKind.Conflict);
}
