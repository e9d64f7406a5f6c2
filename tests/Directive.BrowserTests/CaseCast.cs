using Directives.Register;

namespace Directives.BrowserTests;

/// <summary>Who has a part in the recommendation of these tests, and its words; people of the sample.</summary>
internal static class CaseCast
{
    public const string Raiser = "home-affairs-head";
    public const string Office = "office-desk";
    public const string Recorder = "recorder";
    public const string Lead = "health-head";
    public const string Commune = "21550";
    public const string Leader = $"leader-{Commune}";
    public const string Text = "Trạm y tế phường thiếu thuốc cho người cao tuổi.";
    public const string Inside = "Giao Sở Y tế rà soát kho thuốc toàn tỉnh.";
    public const string ForPlace = "Sở Y tế sẽ cấp đủ thuốc cho trạm.";
    public const string Result = "Đã cấp ba tháng thuốc cho trạm.";

    /// <summary>The day on which a new sample begins.</summary>
    public static readonly DateOnly Begin = new(2023, 4, 3);

    public static readonly RegisterSnapshot Register = RegisterSnapshot.Build(SampleProvince.WithClerks());

    public static readonly string PlaceName = Register.PlaceOf(Commune)!.Name;

    /// <summary>Who carries a duty.</summary>
    public static string Holder(Duty duty) => Register.DutyHolder(duty, Commune, Begin)!.Id;
}
