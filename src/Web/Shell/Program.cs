using SosLongitudinal.Web.Commands;

return await RootCommands.Run(args);
