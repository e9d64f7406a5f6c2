using Directives.Register;
using Directives.Reports;

namespace Directives.Simulation;

/// <summary>A report as an official would write one (R4), about their own place.</summary>
public static class SampleReport
{
    /// <summary>The report of a seat, filed on a local day.</summary>
    public static ReportContent Of(RegisterSnapshot register, string seat, DateOnly day)
    {
        var place = register.Seat(seat) is { } known ? register.PlaceOf(known.Place)?.Name ?? known.Place : seat;
        return new ReportContent
        {
            Visits = [new Visit(day.AddDays(-7), place)],
            WhomMet = "Thường trực cấp ủy, Ủy ban nhân dân, bí thư các chi bộ",
            MeetingsAttended = "Họp cấp ủy định kỳ",
            LivingConditions = "Đời sống nhân dân ổn định, tư tưởng yên tâm",
            Difficulties = "Đường liên thôn xuống cấp sau mùa mưa",
            Feedback = "Bà con đề nghị sớm sửa tuyến kênh nội đồng",
            CommentsOnLocalWork = "Cấp ủy điều hành đúng quy chế làm việc",
            Promises = "Trao đổi với cơ quan chuyên môn trong tháng",
            Recommendations = "Bố trí kinh phí sửa đường liên thôn",
        };
    }
}
