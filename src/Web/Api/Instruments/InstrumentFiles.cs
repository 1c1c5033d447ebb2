using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Instruments;

/// <summary>Which files of questions can be brought in.</summary>
public enum InstrumentFileKind { XlsForm = 0, RedcapDictionary = 1 }

/// <summary>Brings files of questions into the study as drafts. A file with an error makes none.</summary>
public sealed class InstrumentFiles(IGrainFactory grains, StudyFrames frames)
{
    /// <summary>A choice's code follows from its name in the newest published version, so that a changed file recodes nothing.</summary>
    /// <param name="stamp">Each draft's operation derives from this one's, so that the same file sent again is the same command.</param>
    public async Task<Decision<InstrumentImport>> Import(InstrumentFileKind kind, UploadedFile file, InstrumentTerms terms, bool onlyCheck, Stamp stamp)
    {
        var shelf = (await frames.Current()).Shelf;
        return terms.Read(file.Name).Then(t => Read(kind, file.Content, t with { Earlier = shelf.Find })) switch
        {
            Decision<Found>.Refused(var why) => why,
            Decision<Found>.Accepted(var read) => await Import(read, shelf, onlyCheck || read.Notes.Any(n => n.Kind == NoteKind.Error), terms.Replace, stamp),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Decision<Found> Read(InstrumentFileKind kind, byte[] content, ImportTerms terms) => kind == InstrumentFileKind.XlsForm
        ? XlsForm.Read(content, terms).Select(r => new Found(r.Definition is { } definition ? [definition] : [], r.Notes))
        : RedcapDictionary.Read(content, terms).Select(r => new Found(r.Definitions, r.Notes));

    private async Task<Decision<InstrumentImport>> Import(Found read, InstrumentShelf shelf, bool onlyCheck, bool replaces, Stamp stamp)
    {
        // before the first is drafted: a file of several is taken whole or not at all
        foreach (var definition in onlyCheck || replaces ? [] : read.Definitions)
            if (await grains.Instrument(definition.Id).Read() is { Draft: not null } there && there.DraftedBy != stamp.By) return InstrumentFileRefusals.DraftThere(there);
        var imported = ImmutableArray.CreateBuilder<ImportedInstrument>();
        foreach (var definition in read.Definitions)
        {
            if (onlyCheck)
            {
                imported.Add(ImportedInstrument.Of(definition, (shelf.Find(definition.Id)?.Version ?? 0) + 1));
                continue;
            }
            switch (await grains.Instrument(definition.Id).Draft(definition, stamp.For(definition.Id.Text)))
            {
                case Decision<Study.Instruments.LifeCycle.StudyInstrument>.Refused(var why): return why;
                case Decision<Study.Instruments.LifeCycle.StudyInstrument>.Accepted(var now): imported.Add(ImportedInstrument.Of(definition, now.Draft?.Version ?? definition.Version)); break;
            }
        }
        return new InstrumentImport(!onlyCheck, imported.ToImmutable(), [.. read.Notes.Select(ImportedNote.Of)]);
    }

    private sealed record Found(ImmutableArray<InstrumentDefinition> Definitions, ImmutableArray<ImportNote> Notes);
}
