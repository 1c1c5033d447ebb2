using SosLongitudinal.Grains.Reminders;

namespace SosLongitudinal.Web.Shell.Mail;

internal static class MailComposition
{
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder, ServeOptions options)
    {
        builder.Services.AddSingleton<IMailOut>(services => options.Mail is { } mail
            ? new SmtpMail(mail, services.GetRequiredService<TimeProvider>()) : new PickupMail(Path.Combine(options.Data, "mail"), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService<ReminderClock>();
        return builder;
    }
}
