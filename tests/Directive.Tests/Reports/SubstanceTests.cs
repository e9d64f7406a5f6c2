using System.Text;
using CsCheck;
using Directives.Reports;

namespace Directives.Tests.Reports;

/// <summary>What the reader of a report sees marked, and what its writer is told (R10).</summary>
public sealed class SubstanceTests
{
    private const string Nine = "Bà con thôn Đại Hào đề nghị sớm sửa tuyến";

    [Theory]
    [InlineData("Bà con thôn Đại Hào đề nghị sớm sửa tuyến kênh nội đồng.")]
    [InlineData("BÀ CON  thôn\nĐại Hào, đề nghị: sớm sửa tuyến kênh nội đồng")]
    public void The_same_words_are_found_whatever_blanks_case_and_points_stand_between(string written)
    {
        var text = $"Trong tháng: {Nine} kênh nội đồng. Việc khác không thay đổi.";
        var passage = Assert.Single(Substance.Passages(text, [Earlier(written)]));
        Assert.Equal($"{Nine} kênh nội đồng", text[passage.Start..passage.End]);
        Assert.Equal(WordsFrom.Earlier, passage.Source.From);
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same_words() =>
        Assert.Single(Substance.Passages(Nine.Normalize(NormalizationForm.FormD), [Earlier(Nine)]));

    [Fact]
    public void Seven_equal_words_are_how_people_write()
    {
        var seven = string.Join(' ', Nine.Split(' ').Take(7));
        Assert.Empty(Substance.Passages($"{seven} nay đã xong", [Earlier($"{seven} vẫn còn chờ")]));
        Assert.Empty(Substance.Passages(seven, [Earlier(seven)]));
    }

    [Fact]
    public void Of_two_sources_the_first_is_named_and_passages_do_not_overlap()
    {
        var more = "rồi cùng nhau ra đồng làm thủy lợi từ sáng sớm";
        var passages = Substance.Passages($"{Nine} {more}", [Earlier(Nine), Other($"{Nine} {more}")]);
        Assert.Equal([WordsFrom.Earlier, WordsFrom.Other], passages.Select(p => p.Source.From));
        Assert.True(passages[0].End <= passages[1].Start);
    }

    [Fact]
    public void Passages_lie_in_the_text_in_order_and_hold_words_of_a_source() => Gen.Select(
            Gen.OneOf("mưa", "Gạo", "đường", "ĐÊ", "xã").Array[0, 40], Gen.OneOf("mưa", "gạo", "Đường", "đê", "Xã").Array[0, 40], Gen.OneOf(" ", "\n", ", "))
        .Sample((a, b, gap) =>
        {
            var text = string.Join(gap, a);
            var end = 0;
            foreach (var passage in Substance.Passages(text, [Earlier(string.Join(' ', b))]))
            {
                Assert.True(passage.Start >= end && passage.End <= text.Length);
                Assert.True(Language(text[passage.Start..passage.End]) >= Substance.FewestWords);
                end = passage.End;
            }
        });

    [Fact]
    public void The_writer_learns_which_field_equals_whose_kind_of_report_and_no_more()
    {
        var content = new ReportContent { Feedback = $"{Nine} kênh", Promises = "Trao đổi với cơ quan chuyên môn" };
        Assert.Equal(
            [new SubstanceHint("feedback", WordsFrom.Other)], Substance.Hints(content, [Other(Nine), Earlier("Khác hẳn mọi lời đã viết trong các kỳ trước đây")]));
    }

    [Fact]
    public void A_short_quotation_in_a_long_text_gives_the_writer_no_hint()
    {
        var rest = string.Join(' ', Enumerable.Range(1, 40).Select(i => $"ý{i}"));
        Assert.Empty(Substance.Hints(new ReportContent { Feedback = $"{Nine} {rest}" }, [Earlier(Nine)]));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" – ", true)]
    [InlineData("Không có.", true)]
    [InlineData("Như trên", true)]
    [InlineData("Không có điện hai ngày", false)]
    public void Words_that_say_nothing_are_known(string text, bool nothing) => Assert.Equal(nothing, Substance.SaysNothing(text));

    [Fact]
    public void Nobody_was_met_where_there_was_no_visit_or_none_is_named()
    {
        var visited = new ReportContent { Visits = [new(new(2023, 4, 3), "Thôn 1")], WhomMet = "Trưởng thôn" };
        Assert.False(Substance.MetNobody(visited));
        Assert.True(Substance.MetNobody(visited with { WhomMet = "không" }));
        Assert.True(Substance.MetNobody(visited with { Visits = [] }));
    }

    private static int Language(string text) => Directives.Language.Folding.Words(text).Count();

    private static WrittenBefore Earlier(string text) => new(WordsFrom.Earlier, "earlier", new ReportContent { Feedback = text });

    private static WrittenBefore Other(string text) => new(WordsFrom.Other, "other", new ReportContent { LivingConditions = text });
}
