using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Story.Telling;

/// <summary>One family of the story: its doors, and its members by the letters they joined under.</summary>
internal sealed record Family(string Name, FamilyId Id, IGrainFactory Grains)
{
    public IFamilyEnrolment Enrolment => Grains.Enrolment(Id);
    public IFamilyMembers Members => Grains.Members(Id);
    public IFamilyCase Case => Grains.Case(Id);
    public IFamilyFieldwork Fieldwork => Grains.Fieldwork(Id);
    public IFamilyForms Forms => Grains.Forms(Id);

    public MemberId Child => MemberId.Of(Id, 'C', 1);
    public MemberId Mother => MemberId.Of(Id, 'P', 1);
    public MemberId Father => MemberId.Of(Id, 'P', 2);
    public MemberId Teacher => MemberId.Of(Id, 'R', 1);

    /// <summary>One visit at home with one respondent.</summary>
    public Interview Met(MemberId respondent, DateOnly on) => new([new(on, new(10, 0), VisitMode.FaceToFace, "home")], respondent, "ines@study.example", "en", Interpreter.None, "");

    /// <summary>A form on which every question that takes the answer has it.</summary>
    public FormEntry Form(WaveCode wave, string instrument, DateOnly on, int answer, Party about, Party from)
    {
        return Form(wave, InstrumentShelf.Library[instrument], on, answer, about, from);
    }

    /// <summary>A form with these answers, in the order of its items.</summary>
    public FormEntry Filled(WaveCode wave, InstrumentDefinition definition, DateOnly on, params int[] answers) =>
        Entry(wave, definition, on, definition.Items.Zip(answers).ToDictionary(p => p.First.Name, string? (p) => $"{p.Second}"), Party.Family, Mother);

    private FormEntry Form(WaveCode wave, InstrumentDefinition definition, DateOnly on, int answer, Party about, Party from)
    {
        var keyed = definition.Items.Where(i => i.Relevance is null && definition.ChoicesOf(i).Any(c => c.Code == answer)).ToDictionary(i => i.Name, string? (_) => $"{answer}");
        return Entry(wave, definition, on, keyed, about, from);
    }

    private static FormEntry Entry(WaveCode wave, InstrumentDefinition definition, DateOnly on, Dictionary<string, string?> keyed, Party about, Party from) =>
        new(new(wave, definition.Id, about, from), definition.Version, on, FormMode.Paper, "en", AnswerRules.Check(definition, keyed, FormMoment.On(on)).Accepted().Answers);
}
