using System.Collections.Immutable;
using System.Diagnostics;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>Where an id or a label that was typed leads.</summary>
public abstract record Finding
{
    private Finding() { }

    /// <summary>No form can be keyed for it; <see cref="Href"/> leads on where something can be done about that.</summary>
    public sealed record Stopped(string Sentence, string? Href = null, string? Link = null) : Finding
    {
        /// <summary>Another id would help; a frozen wave takes none.</summary>
        public bool IsOfId { get; init; } = true;
    }

    /// <summary>The person says whom the form is about. <see cref="Named"/> was typed, and somebody else in the family is of the same age.</summary>
    public sealed record Choosing(FamilyState Family, ImmutableArray<Member> Members, Member? Named) : Finding;

    /// <summary>A form can be keyed. <see cref="Chosen"/> is the one who can answer it, or the one whom the label names.</summary>
    public sealed record Ready(FamilyState Family, Party Subject, ImmutableArray<Informant> Informants, Informant? Chosen) : Finding
    {
        /// <summary>What became of the family that whoever keys should know.</summary>
        public ImmutableArray<string> Notes { get; init; } = [];

        /// <summary>Nobody is left whose form could be keyed.</summary>
        public bool IsEntered => Chosen is { IsOpen: false } || Informants.All(i => !i.IsOpen);
    }

    public T Match<T>(Func<Stopped, T> stopped, Func<Choosing, T> choosing, Func<Ready, T> ready) => this switch
    {
        Stopped f => stopped(f),
        Choosing f => choosing(f),
        Ready f => ready(f),
        _ => throw new UnreachableException(),
    };
}

/// <summary>One who can answer, and the form of theirs that is there already.</summary>
public sealed record Informant(Party Who, Form? Entered, SecondStatus Second)
{
    /// <summary>Drawn to be entered twice, and this person did not enter the first.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Why nothing may change in the form that is there; <c>null</c> where it may.</summary>
    public string? Closed { get; init; }

    /// <summary>The version of the first entry, where it is to be entered a second time and this batch keys another.</summary>
    public int? SecondVersion { get; init; }

    public bool IsOpen => Entered is null || IsSecond;
}
