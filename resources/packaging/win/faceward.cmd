@echo off
rem The command "faceward": the window when nothing follows, else a command of the same program.
if "%~1"=="" (
  start "" "%~dp0..\..\Faceward.exe"
  exit /b 0
)
"%~dp0..\..\Faceward.exe" -- %*
exit /b %ERRORLEVEL%
