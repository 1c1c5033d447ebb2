using System.Collections.Immutable;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Records;

/// <summary>One event of a longitudinal project.</summary>
/// <param name="Unique">As the data name it: <c>visit_1_arm_1</c>.</param>
public sealed record RedcapEvent(string Unique, string Name, int Arm, string ArmName);

/// <summary>One filled form of a record.</summary>
/// <param name="Cells">How many cells of the file it holds.</param>
public sealed record RedcapForm(int Row, string Event, InstrumentDefinition Instrument, DateOnly CompletedOn, Answers Answers, Answers? Aside, string Content, int Cells);

/// <summary>One record with its forms in the order of the file.</summary>
public sealed record RedcapRecord(string Id, int Arm, BirthMonth? Birth, ImmutableArray<RedcapForm> Forms);

/// <summary>Where the cells of the data went: <c>All = Empty + InForms + AtFault + the sum of NotTaken</c>. The record's id and the event's name are not counted.</summary>
public sealed record RedcapCells(int All, int Empty, int InForms, int AtFault, ImmutableSortedDictionary<string, int> NotTaken);

/// <summary>A REDCap project as its exports hold it.</summary>
public sealed record RedcapProject(
    ImmutableArray<RedcapEvent> Events, ImmutableArray<InstrumentDefinition> Definitions, ImmutableArray<RedcapRecord> Records, ImmutableArray<RowFault> Faults, RedcapCells Cells, ImmutableArray<ImportNote> Notes)
{
    public int Rows { get; init; }

    /// <summary>Forms that cannot be taken.</summary>
    public int FaultyForms { get; init; }

    /// <summary>Reads the four exports together. Events and arms may be left out where the data name no event.</summary>
    public static Decision<RedcapProject> Read(byte[]? events, byte[]? arms, byte[] dictionary, byte[] data, RedcapTerms terms) =>
        RedcapDictionary.Read(dictionary, terms.Forms with { WithForms = true }).Then(forms => forms.Definitions.IsEmpty
            ? RedcapRefusals.Dictionary(forms.Notes)
            : RedcapEvents.Read(events, arms).Then(known => Workbook.Read(data).Then(grid => new RedcapData(known, forms, terms).Read(grid))));
}
