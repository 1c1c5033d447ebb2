using Orleans;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Forms.Edits;

/// <summary>Why a saved form is changed. Names are stored; append only.</summary>
public enum EditReason { KeyingError = 0, RespondentCorrected = 1, SourceChecked = 2, LateInformation = 3, Other = 4 }

/// <summary>What stands over a form's answers.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-head")]
public sealed record FormHead([property: Id(0)] DateOnly CompletedOn, [property: Id(1)] FormMode Mode, [property: Id(2)] string Language)
{
    public static FormHead Of(Form form) => new(form.CompletedOn, form.Mode, form.Language);

    /// <summary>Date, mode or language by the names that differences give them.</summary>
    public Answer ValueOf(string name) => name switch
    {
        KeyedDifferences.CompletedOn => Answer.Of(CompletedOn),
        KeyedDifferences.Mode => Answer.Of(KeyedDifferences.WordOf(Mode)),
        _ => Answer.Of(Language),
    };
}

/// <summary>A change of a saved form by someone who saw it at a version.</summary>
/// <param name="Seen">The form's version that the person looked at.</param>
/// <param name="Changes">The new answers of the items that are changed, and no others.</param>
[GenerateSerializer, Immutable, Alias("sos.form-edit")]
public sealed record FormEdit(
    [property: Id(0)] FormPlace Place, [property: Id(1)] int Seen, [property: Id(2)] Answers Changes, [property: Id(3)] EditReason Reason)
{
    /// <summary>The form's date, mode and language where they are changed too.</summary>
    [Id(4)] public FormHead? Head { get; init; }
}

/// <summary>One edit that was made: old and new answers of the items it changed, by whom, when and why. <see cref="Version"/> is the form's after it.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-change")]
public sealed record FormChange(
    [property: Id(0)] Answers Old,
    [property: Id(1)] Answers New,
    [property: Id(2)] EditReason Reason,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] string? Why,
    [property: Id(6)] int Version)
{
    /// <summary>Date, mode and language before and after, where the edit changed them.</summary>
    [Id(7)] public FormHead? OldHead { get; init; }
    [Id(8)] public FormHead? NewHead { get; init; }
}
