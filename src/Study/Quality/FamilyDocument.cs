using System.Globalization;
using System.Xml;
using System.Xml.XPath;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Quality;

/// <summary>
/// A family as the document that declared rules ask: <c>/family[@site @cohort @stage @sampled @consented @ended]</c> with <c>member[@id @role @sex @born @joined @left]</c>,
/// <c>visit[@wave @on]</c> and <c>form[@wave @instrument @version @subject @respondent @mode @on]</c>, whose items are elements by name, and whose scores are <c>score[@scale]</c>. A missing answer is
/// empty. Beside each day stands its number, to be reckoned with: <c>@on-day</c>. No names, no contact details.
/// </summary>
public static class FamilyDocument
{
    internal static XPathNavigator Of(FamilyLook look)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, CheckCharacters = false })) Write(xml, look);
        using var read = XmlReader.Create(new StringReader(text.ToString()), new() { CheckCharacters = false });
        return new XPathDocument(read).CreateNavigator();
    }

    private static void Write(XmlWriter xml, FamilyLook look)
    {
        var family = look.Family;
        xml.WriteStartElement("family");
        Say(xml, "id", family.Id);
        Say(xml, "site", family.Site);
        Say(xml, "cohort", family.Cohort);
        Say(xml, "stage", family.Stage);
        Day(xml, "sampled", family.SampledOn);
        Day(xml, "consented", family.ConsentedOn);
        Day(xml, "ended", family.EndedOn);
        foreach (var member in family.Members)
        {
            xml.WriteStartElement("member");
            Say(xml, "id", member.Id);
            Say(xml, "role", member.Role);
            Say(xml, "sex", member.Sex);
            Say(xml, "born", member.Birth?.ToString() ?? "");
            Day(xml, "joined", member.Joined.Earliest);
            Day(xml, "left", member.Left?.Latest);
            xml.WriteEndElement();
        }
        foreach (var interview in family.Interviews)
            foreach (var visit in interview.Interview.Visits)
            {
                xml.WriteStartElement("visit");
                Say(xml, "wave", interview.Wave);
                Day(xml, "on", visit.On);
                xml.WriteEndElement();
            }
        foreach (var form in look.Forms) if (look.InstrumentOf(form) is { } instrument) Write(xml, form, instrument);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Form form, InstrumentDefinition instrument)
    {
        xml.WriteStartElement("form");
        Say(xml, "wave", form.Place.Wave);
        Say(xml, "instrument", form.Place.Instrument);
        Say(xml, "version", form.InstrumentVersion);
        Say(xml, "subject", form.Place.Subject);
        Say(xml, "respondent", form.Place.Respondent);
        Say(xml, "mode", form.Mode);
        Day(xml, "on", form.CompletedOn);
        foreach (var (name, answer) in form.Answers.All()) xml.WriteElementString(name, answer is Answer.Missing ? "" : answer.AsText());
        foreach (var score in Scoring.Score(instrument, form.Answers).Scales)
        {
            xml.WriteStartElement("score");
            Say(xml, "scale", score.Name);
            xml.WriteString(score.Value?.ToString(CultureInfo.InvariantCulture) ?? "");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Say<T>(XmlWriter xml, string name, T value) => xml.WriteAttributeString(name, value is Enum ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!) : string.Create(CultureInfo.InvariantCulture, $"{value}"));

    private static void Day(XmlWriter xml, string name, DateOnly? day)
    {
        if (day is not { } known) return;
        xml.WriteAttributeString(name, known.ToString("O", CultureInfo.InvariantCulture));
        xml.WriteAttributeString($"{name}-day", DayNumbers.Of(known).ToString(CultureInfo.InvariantCulture));
    }
}
