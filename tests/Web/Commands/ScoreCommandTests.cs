using System.Text;
using SosLongitudinal.Web.Commands;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class ScoreCommandTests
{
    private const string Items = "consid,restles,somatic,shares,tantrum,loner,obeys,worries,caring,fidgety,friend,fights,unhappy,popular,distrac,clingy,kind,lies,bullied,helpout,reflect,steals,oldbest,afraid,attends";
    private const string Impact = "ebddiff,distres,imphome,impfrie,impclas,impleis";
    private const string Added = "emotion,conduct,hyper,peer,prosoc,ebdtot,external,internal,impact,"
        + "emotion_band3,conduct_band3,hyper_band3,peer_band3,prosoc_band3,ebdtot_band3,external_band3,internal_band3,impact_band3,"
        + "emotion_band4,conduct_band4,hyper_band4,peer_band4,prosoc_band4,ebdtot_band4,external_band4,internal_band4,impact_band4";

    private static readonly string AllOnes = string.Join(',', Enumerable.Repeat(1, 25));

    private static (int Exit, string Out, string Error) Score(string csv, string? missing = null, bool strict = false, string instrument = "sdq-p-4-17", string? to = null)
    {
        var (output, error) = (new MemoryStream(), new StringWriter());
        var exit = ScoreCommand.Run(new(instrument, missing, strict, to), new MemoryStream(Encoding.UTF8.GetBytes(csv)), output, error);
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static Dictionary<string, string> FirstRow(string output)
    {
        var lines = output.Split('\n');
        return lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(p => p.First, p => p.Second);
    }

    [Fact]
    public void A_file_comes_back_with_scores_and_bands_behind_its_own_columns()
    {
        var (exit, output, error) = Score($"family,{Items},{Impact}\nK3X9QD7,{AllOnes},1,3,2,1,0,0\n");
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(
            $"family,{Items},{Impact},{Added}\n"
            + $"K3X9QD7,{AllOnes},1,3,2,1,0,0,5,5,5,5,5,20,10,10,3,"
            + "abnormal,abnormal,normal,abnormal,borderline,abnormal,not defined,not defined,abnormal,"
            + "high,high,close to average,very high,very low,very high,not defined,not defined,not defined\n",
            output);
    }

    [Fact]
    public void Other_columns_pass_through_as_they_were_written()
    {
        var (_, output, _) = Score($"\"last, first\",note,{Items},{Impact}\r\n\"A \"\"B\"\"\",\"two\nlines\",{AllOnes},0,,,,,\r\n# not a comment,é,{AllOnes},0,,,,,\r\n");
        Assert.StartsWith($"\"last, first\",note,{Items}", output);
        Assert.Contains($"\n\"A \"\"B\"\"\",\"two\nlines\",{AllOnes},0,,,,,,5,5,", output);
        Assert.Contains($"\n# not a comment,é,{AllOnes},0,,,,,,5,5,", output);
    }

    [Fact]
    public void Empty_cells_are_unanswered_and_a_missing_score_is_an_empty_cell_with_an_empty_band()
    {
        var row = FirstRow(Score($"{Items},{Impact}\n,,,{string.Join(',', Enumerable.Repeat(1, 22))},1,,,,,\n").Out);
        Assert.Equal(("5", "5", "20"), (row["emotion"], row["prosoc"], row["ebdtot"]));
        Assert.Equal(("", "", "not defined"), (row["impact"], row["impact_band3"], row["impact_band4"]));
        var less = FirstRow(Score($"{Items},{Impact}\n1,1,,1,1,1,1,,1,1,1,1,,1,1,1,1,1,1,1,1,1,1,1,1,0,,,,,\n").Out);
        Assert.Equal(("", "", "", "0"), (less["emotion"], less["ebdtot"], less["ebdtot_band4"], less["impact"]));
    }

    [Fact]
    public void Named_missing_codes_are_counted_on_standard_error()
    {
        var (exit, output, error) = Score($"{Items},{Impact}\n7,9,99,.,{string.Join(',', Enumerable.Repeat(1, 21))},1,8,2,8,7,\n", "7,9,99,.");
        Assert.Equal(0, exit);
        Assert.Equal("missing code 7: 2\nmissing code 9: 1\nmissing code 99: 1\nmissing code .: 1\nmissing code 8 (not applicable): 2\n", error.ReplaceLineEndings("\n"));
        Assert.Equal("1", FirstRow(output)["impact"]);
        Assert.Contains("7,9,99,.,1", output);
    }

    [Fact]
    public void Eight_means_missing_only_for_impact_and_only_with_named_codes()
    {
        Assert.Equal(1, Score($"{Items},{Impact}\n{AllOnes},1,8,,,,\n").Exit);
        var (exit, _, error) = Score($"{Items},{Impact}\n8{AllOnes[1..]},8,8,,,,\n", "7,9");
        Assert.Equal(1, exit);
        Assert.Contains("row 2, column consid, value 8: must be one of 0, 1, 2", error);
        Assert.Contains("row 2, column ebddiff, value 8: must be one of 0, 1, 2, 3", error);
        Assert.DoesNotContain("distres", error);
    }

    [Fact]
    public void Every_bad_code_is_a_line_and_nothing_is_written()
    {
        var (exit, output, error) = Score($"{Items},{Impact}\n{AllOnes},0,,,,,\n3{AllOnes[1..]},0,,,,,\n{AllOnes},4,x,,,,1.0\n");
        Assert.Equal((1, ""), (exit, output));
        Assert.Equal(
            ["row 3, column consid, value 3: must be one of 0, 1, 2", "row 4, column ebddiff, value 4: must be one of 0, 1, 2, 3",
             "row 4, column distres, value x: must be one of 0, 1, 2, 3", "row 4, column impleis, value 1.0: must be one of 0, 1, 2, 3"],
            error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("sdq-p-4-18", null, 2, "There is no instrument 'sdq-p-4-18'"), InlineData("sdq-p-4-17", "2,9", 2, "2 is an answer to consid")]
    public void Wrong_usage_is_told_apart(string instrument, string? missing, int exit, string sentence)
    {
        var result = Score($"{Items}\n{AllOnes}\n", missing, instrument: instrument);
        Assert.Equal((exit, ""), (result.Exit, result.Out));
        Assert.Contains(sentence, result.Error);
    }

    [Theory]
    [InlineData("", "The file is empty"), InlineData("name,age\nA,5\n", "no column is an item"), InlineData("consid,consid\n1,1\n", "stands twice")]
    [InlineData("consid,impact\n1,1\n", "has a column impact already"), InlineData("consid,obeys\n1,1,1\n", "it has 3 fields, the header has 2")]
    [InlineData("consid,obeys\n1,1\n1,\"1\n", "row 3: a quote is not closed"), InlineData("consid,obeys\n1\n", "it has 1 fields, the header has 2")]
    public void A_file_that_is_no_table_of_answers_is_refused(string csv, string sentence)
    {
        var (exit, output, error) = Score(csv);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(sentence, error);
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_and_not_garbled()
    {
        var error = new StringWriter();
        var csv = new MemoryStream([.. "consid\n"u8, 0xE9, (byte)'\n']);
        Assert.Equal(1, ScoreCommand.Run(new("sdq-p-4-17"), csv, Stream.Null, error));
        Assert.Contains("not UTF-8", error.ToString());
    }

    [Fact]
    public void Items_without_a_column_are_named_and_count_as_unanswered()
    {
        var (exit, output, error) = Score($"\uFEFF{Items}\n{AllOnes}\n");
        Assert.Equal((0, "not in the file, so counted as unanswered: distres, imphome, impfrie, impclas, impleis, ebddiff"), (exit, error.Trim()));
        Assert.Equal(("20", ""), (FirstRow(output)["ebdtot"], FirstRow(output)["impact"]));
    }

    [Fact]
    public void The_strict_rule_can_be_asked_for()
    {
        var csv = $"{Items},{Impact}\n,{AllOnes[2..]},0,,,,,\n";
        Assert.Equal(("5", ""), (FirstRow(Score(csv).Out)["prosoc"], FirstRow(Score(csv, strict: true).Out)["prosoc"]));
    }

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("sos-score-");
        try
        {
            var path = Path.Combine(folder.FullName, "out.csv");
            File.WriteAllText(path, "before");
            Assert.Equal(1, Score("consid\n5\n", to: path).Exit);
            Assert.Equal("before", File.ReadAllText(path));
            Assert.Equal(0, Score("consid\n1\n", to: path).Exit);
            Assert.StartsWith("consid,emotion", File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, InlineData("7,9,99,."), InlineData("-9,-8")]
    public void Missing_codes_are_read_from_the_command_line_as_they_are_typed(string codes)
    {
        var parsed = ScoreCommand.Build().Parse(["sdq-p-4-17", "--missing", codes]);
        Assert.Empty(parsed.Errors);
        Assert.Equal(codes, parsed.GetValue<string>("--missing"));
    }

    [Fact]
    public void A_form_without_bands_says_not_defined()
    {
        var row = FirstRow(Score($"{Items.Replace("lies", "argues").Replace("steals", "spite")}\n{AllOnes}\n", instrument: "sdq-t-2-4").Out);
        Assert.Equal("20", row["ebdtot"]);
        Assert.All(row.Where(c => c.Key.Contains("_band")), c => Assert.Equal("not defined", c.Value));
    }
}
