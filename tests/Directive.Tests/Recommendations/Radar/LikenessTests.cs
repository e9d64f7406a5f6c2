using System.Text;
using Directives.Recommendations;
using Directives.Recommendations.Radar;

namespace Directives.Tests.Recommendations.Radar;

/// <summary>What the radar finds alike, and why; by example.</summary>
public sealed class LikenessTests
{
    private const string Road = "Đường liên xã hư hỏng nặng, nhiều ổ gà, đề nghị sửa chữa.";
    private const string Well = "Giếng của dân thôn 3 cạn, thiếu nước sinh hoạt mùa nắng.";
    private const string Clinic = "Trạm y tế xã không có bác sĩ.";

    [Theory]
    [InlineData("Mặt đường tỉnh lộ xuống cấp, bong tróc, mong sớm được nâng cấp, sửa chữa", "road")]
    [InlineData("Mùa khô các giếng khoan đều cạn kiệt, bà con không có nước ăn uống", "well")]
    [InlineData("TYT xã Ân Nghĩa thiếu bác sĩ đã một năm", "clinic")]
    [InlineData("tram y te xa chua co bac si, dan phai di xa", "clinic")]
    public void The_same_problem_in_other_words_is_found_first(string text, string id) =>
        Assert.Equal(id, Sample().To(CaseKind.Difficulty, text, 3)[0].Id);

    [Fact]
    public void Another_matter_is_not_found() => Assert.Empty(Sample().To(CaseKind.Difficulty, "Chó thả rông cắn người, chưa tiêm phòng dại.", 3));

    [Fact]
    public void It_says_why_in_the_words_of_both()
    {
        var found = Assert.Single(Sample().To(CaseKind.Difficulty, "Tỉnh lộ xuống cấp, xin sửa chữa.", 1));
        Assert.Contains(found.Because, b => b is { Here: "xuống cấp", There: "hư hỏng nặng" });
        Assert.Equal(found.Because.OrderByDescending(b => b.Share), found.Because);
        Assert.Equal(1, found.Because.Sum(b => b.Share), 9);
    }

    [Fact]
    public void Only_the_kind_asked_for_is_found()
    {
        var radar = Sample();
        radar.Add("said", CaseKind.Feedback, Road);
        Assert.Equal(["road"], radar.To(CaseKind.Difficulty, Road, 9).Select(f => f.Id));
        Assert.Equal(["said"], radar.To(CaseKind.Feedback, Road, 9).Select(f => f.Id));
        Assert.Empty(radar.To(CaseKind.Proposal, Road, 9));
    }

    [Fact]
    public void Only_those_are_shown_that_may_be_and_no_more_than_asked()
    {
        var radar = Sample();
        for (var i = 0; i < 5; i++) radar.Add($"again-{i}", CaseKind.Difficulty, Road);
        Assert.Equal(["again-0", "again-1"], radar.To(CaseKind.Difficulty, Road, 2, id => id != "road").Select(f => f.Id));
    }

    [Fact]
    public void A_violation_is_never_kept() => Assert.Throws<ArgumentException>(() => Sample().Add("v", CaseKind.Violation, Road));

    [Fact]
    public void An_id_is_kept_once() => Assert.Throws<ArgumentException>(() => Sample().Add("road", CaseKind.Difficulty, Well));

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\t")]
    [InlineData("12 / 2023 — 45%")]
    [InlineData("và của là các")]
    [InlineData("\ud83d\ude00 \ud800")]
    public void What_says_nothing_is_like_nothing(string text)
    {
        var radar = Sample();
        radar.Add("nothing", CaseKind.Difficulty, text);
        Assert.Empty(radar.To(CaseKind.Difficulty, text, 9, null, 0));
        Assert.DoesNotContain(radar.To(CaseKind.Difficulty, Road, 9, null, 0), f => f.Id == "nothing");
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is() => Assert.Empty(new Likeness(Thesaurus.Vietnamese).To(CaseKind.Difficulty, Road, 9));

    [Fact]
    public void Thirty_thousand_characters_are_a_text_like_any_other()
    {
        var text = new StringBuilder();
        while (text.Length < 30_000) text.Append(Clinic).Append(' ');
        var found = Sample().To(CaseKind.Difficulty, text.ToString(0, 30_000), 1);
        Assert.Equal("clinic", found[0].Id);
    }

    [Theory]
    [InlineData("<b>Đường liên xã</b> <script>alert(1)</script> hư hỏng nặng, nhiều ổ gà", "road")]
    [InlineData("\u202eĐường liên xã\u202c hư hỏng nặng שלום مرحبا, nhiều ổ gà", "road")]
    [InlineData("GIẾNG CẠN, THIẾU NƯỚC SINH HOẠT", "well")]
    public void Markup_other_scripts_and_capitals_do_no_harm(string text, string id) => Assert.Equal(id, Sample().To(CaseKind.Difficulty, text, 1)[0].Id);

    [Theory]
    [InlineData("Khóa cửa vì xuống cấp", "Khoá cửa vì xuống cấp")]
    [InlineData("UBND xã", "Ủy ban nhân dân xã")]
    [InlineData("UBND xã", "Uỷ ban nhân dân xã")]
    [InlineData("KCN Phú Tài", "khu công nghiệp Phú Tài")]
    [InlineData("thẻ BHYT", "thẻ bảo hiểm y tế")]
    public void Spellings_and_abbreviations_are_the_same(string one, string other) => Assert.Equal(1, Sample().Between(one, other), 9);

    [Fact]
    public void Decomposed_letters_are_the_same() => Assert.Equal(1, Sample().Between(Road, Road.Normalize(NormalizationForm.FormD)), 9);

    private static Likeness Sample()
    {
        var radar = new Likeness(Thesaurus.Vietnamese);
        radar.Add("road", CaseKind.Difficulty, Road);
        radar.Add("well", CaseKind.Difficulty, Well);
        radar.Add("clinic", CaseKind.Difficulty, Clinic);
        return radar;
    }
}
