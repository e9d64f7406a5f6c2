using Directives.Language;
using Directives.Recommendations;
using Directives.Recommendations.Radar;

namespace Directives.Tests.Recommendations.Radar;

/// <summary>When a difficulty counts as rising in several places.</summary>
public sealed class EmergingTests
{
    private const string Broken = "Đường liên xã hư hỏng, nhiều ổ gà.";
    private static readonly DateOnly _today = new(2023, 6, 30);

    [Theory]
    [InlineData("a0 b10 c20", true)]
    [InlineData("a0 b10", false)]
    [InlineData("a0 a5 a10 b20", false)]
    [InlineData("a0 b10 c59", true)]
    [InlineData("a0 b10 c60", false)]
    [InlineData("a0 b10 c20 d70", true)]
    [InlineData("a0 b10 c20 d70 e80", false)]
    [InlineData("a0 b10 c20 d30 d70 e80", true)]
    [InlineData("a0 b10 c20 d70 d80 d90", true)]
    [InlineData("a0 b10 c20 d119 e119", false)]
    [InlineData("a0 b10 c20 d120 e120", true)]
    [InlineData("a0 b10 c-1", false)]
    [InlineData("", false)]
    public void Three_places_and_double_of_before(string raised, bool rises) => Assert.Equal(rises, EmergingRule.Sample.Judge(Cases(raised), _today) is not null);

    [Fact]
    public void It_says_which_cases_and_places()
    {
        var wave = EmergingRule.Sample.Judge(Cases("c20 a0 b10 b15 d70"), _today)!;
        Assert.Equal("a0", wave.Id);
        Assert.Equal(["a0", "b10", "b15", "c20"], wave.Cases);
        Assert.Equal(["a", "b", "c"], wave.Places);
        Assert.Equal(1, wave.PlacesBefore);
    }

    [Fact]
    public void Like_difficulties_are_found_together_and_told_once()
    {
        RaisedDifficulty[] raised =
        [
            .. Cases("a0 b10 c20 d30"),
            new("x", "a", _today, "Trạm y tế thiếu bác sĩ."),
            new("y", "b", _today, "Trạm y tế không có bác sĩ."),
            new("late", "e", _today.AddDays(1), Broken),
        ];
        var radar = new Likeness(Thesaurus.Vietnamese);
        foreach (var difficulty in raised) radar.Add(difficulty.Id, CaseKind.Difficulty, difficulty.Text);
        radar.Add("elsewhere", CaseKind.Difficulty, Broken);
        radar.Add("said", CaseKind.Feedback, Broken);
        var wave = Assert.Single(EmergingRule.Sample.Find(raised, radar, _today));
        Assert.Equal(["a0", "b10", "c20", "d30"], wave.Cases);
    }

    [Fact]
    public void Three_places_short_of_water_are_found_among_seven_texts()
    {
        string[] texts =
        [
            "Nhiều hộ dân thôn An Sơn thiếu nước sinh hoạt trong mùa nắng, giếng cạn, phải mua nước từng can.",
            "Mùa nắng hạn kéo dài, giếng của dân thôn Phú Khương cạn khô, thiếu nước sinh hoạt nghiêm trọng.",
            "Giếng của dân thôn 3 cạn, thiếu nước sinh hoạt mùa nắng.",
            "Trạm y tế xã không có bác sĩ.",
            "Đường liên xã hư hỏng nặng, nhiều ổ gà, đề nghị sửa chữa.",
            "Chó thả rông cắn người, chưa tiêm phòng dại.",
            "Ngã ba Cát Tiến chưa có đèn tín hiệu giao thông, tai nạn thường xuyên xảy ra.",
        ];
        RaisedDifficulty[] raised = [.. texts.Select((t, i) => new RaisedDifficulty($"c{i}", $"p{i}", _today.AddDays(-i), t))];
        var radar = new Likeness(Thesaurus.Vietnamese);
        foreach (var difficulty in raised) radar.Add(difficulty.Id, CaseKind.Difficulty, difficulty.Text);
        var wave = Assert.Single(EmergingRule.Sample.Find(raised, radar, _today));
        Assert.Equal(["c0", "c1", "c2"], wave.Cases);
    }

    [Fact]
    public void Its_rule_stands_in_words_in_both_languages()
    {
        Assert.Equal(
            "Nêu ra khi cùng một khó khăn được phản ánh từ ít nhất 3 địa bàn trong 60 ngày qua, và số địa bàn ấy ít nhất gấp 2 lần số địa bàn của 60 ngày trước đó.",
            Texts.Vietnamese["radar.emerging.rule", EmergingRule.Sample.Arguments]);
        Assert.Contains("at least 3 places in the last 60 days", Texts.English["radar.emerging.rule", EmergingRule.Sample.Arguments], StringComparison.Ordinal);
    }

    // "b10": raised from b, ten days ago.
    private static RaisedDifficulty[] Cases(string raised) =>
        [.. raised.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => new RaisedDifficulty(c, c[..1], _today.AddDays(-int.Parse(c[1..], null)), Broken))];
}
