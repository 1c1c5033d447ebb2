using Orleans;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>One keying of a form: what one person read off the paper.</summary>
[GenerateSerializer, Immutable, Alias("sos.keyed-form")]
public sealed record KeyedForm(
    [property: Id(0)] DateOnly CompletedOn,
    [property: Id(1)] FormMode Mode,
    [property: Id(2)] string Language,
    [property: Id(3)] Answers Answers,
    [property: Id(4)] Answers? Aside,
    [property: Id(5)] string By,
    [property: Id(6)] DateTimeOffset At)
{
    /// <summary>The form as it stands now, as the first of two keyings.</summary>
    public static KeyedForm First(Form form) => new(form.CompletedOn, form.Mode, form.Language, form.Answers, form.Trail?.Aside, form.EnteredBy, form.EnteredAt);
}
